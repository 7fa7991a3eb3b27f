# Rscript agrees-with-r.R > agrees-with-r.json: the values that agrees-with-r.test.ts holds ours against, from base R alone.
# `ask` is the R expression of a case, which the test names.
options(digits = 15)
rows <- list()
case <- function(kind, ask, input, value) rows[[length(rows) + 1]] <<- list(kind = kind, ask = ask, input = input, value = value)

for (one in list(c(81, 263), c(1, 29), c(0, 7), c(7, 7), c(1, 1), c(3, 10), c(250, 1000), c(999, 1000), c(49999, 100000), c(17, 41)))
  case("share", sprintf("prop.test(%d, %d, correct = FALSE)$conf.int", one[1], one[2]), one,
       suppressWarnings(prop.test(one[1], one[2], correct = FALSE))$conf.int)

means <- list(c(1, 7), c(4, 4, 5), c(7, 7, 6, 5, 7, 3, 7), c(-0.8, 0.2, 0.95, 0.4, -0.1), c(1e6, 1e6 + 1, 1e6 + 5),
              rep(1:7, times = c(3, 1, 4, 8, 15, 30, 39)), c(0, 10, 0, 10, 10, 0, 5), seq(0.5, 9.5, by = 0.25))
for (one in means)
  case("mean", sprintf("t.test(c(%s))$conf.int", paste(one, collapse = ", ")), one, t.test(one)$conf.int)

# Newcombe's tenth method: the two score intervals joined by the root of squares; its p where the interval leaves out zero.
score <- function(x, n, level) suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int
newcombe <- function(a, n, b, m, level = 0.95) {
  p <- a / n; q <- b / m; first <- score(a, n, level); second <- score(b, m, level)
  p - q + c(-1, 1) * sqrt(c((p - first[1])^2 + (second[2] - q)^2, (first[2] - p)^2 + (q - second[1])^2))
}
for (one in list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(10, 10, 0, 20), c(500, 1000, 450, 1000), c(5, 56, 0, 29), c(81, 263, 100, 263))) {
  gap <- function(level) { i <- newcombe(one[1], one[2], one[3], one[4], level); max(i[1], -i[2]) }
  p <- 1 - uniroot(gap, c(1e-9, 1 - 1e-12), tol = 1e-15)$root
  case("shares", sprintf("newcombe(%d, %d, %d, %d)", one[1], one[2], one[3], one[4]), one,
       c(newcombe(one[1], one[2], one[3], one[4]), p))
}

pairs <- list(list(c(8, 9, 10, 11, 12), c(5, 6, 7, 8, 9)), list(c(7, 6, 7, 5, 7, 7), c(3, 5, 6)), list(c(1, 1, 1, 2), c(7, 7, 6, 7, 7)),
              list(c(4, 4), c(5, 7, 6, 6, 1)), list(1:30, c(20:35, 41)), list(c(-0.5, 0, 0.3), c(0.2, 0.4, 0.9, 0.1)))
for (one in pairs) {
  test <- t.test(one[[1]], one[[2]])
  case("means", sprintf("t.test(c(%s), c(%s))", paste(one[[1]], collapse = ", "), paste(one[[2]], collapse = ", ")),
       one, c(test$conf.int, test$p.value))
}

# The adjusted Wald interval of metrics.md, from scores 100, 0 and −100 weighted by how many gave them, with its added answers.
nps <- function(high, middle, low) {
  weight <- c(high + 0.75, middle + 1.5, low + 0.75); score <- c(1, 0, -1); n <- sum(weight)
  estimate <- weighted.mean(score, weight)
  list(estimate = estimate, error = sqrt(sum(weight * (score - estimate)^2) / n / n))
}
for (one in list(c(3, 2, 1), c(0, 0, 1), c(60, 25, 15), c(1000, 0, 0), c(12, 30, 58), c(5210, 2480, 1310))) {
  of <- nps(one[1], one[2], one[3]); raw <- (one[1] - one[3]) / sum(one)
  bounds <- of$estimate + c(-1, 1) * qnorm(0.975) * of$error
  case("nps", sprintf("nps(%s)", paste(one, collapse = ", ")), one,
       100 * c(raw, max(-1, min(raw, bounds[1])), min(1, max(raw, bounds[2]))))
}
for (one in list(c(5, 3, 2, 1, 3, 6), c(60, 25, 15, 48, 26, 26), c(900, 60, 40, 870, 80, 50))) {
  a <- nps(one[1], one[2], one[3]); b <- nps(one[4], one[5], one[6])
  z <- (a$estimate - b$estimate) / sqrt(a$error^2 + b$error^2)
  case("npsTest", sprintf("nps(%s) against nps(%s)", paste(one[1:3], collapse = ", "), paste(one[4:6], collapse = ", ")), one,
       2 * pnorm(-abs(z)))
}

for (one in list(c(0.01, 0.02, 0.03, 0.04, 0.05), c(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216), c(0.5)))
  case("adjusted", sprintf("p.adjust(c(%s), 'BH')", paste(one, collapse = ", ")), one, p.adjust(one, "BH"))

number <- function(x) formatC(x, digits = 15, format = "g")
json <- function(x) {
  if (is.character(x)) return(paste0('"', x, '"'))
  if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0('"', names(x), '": ', sapply(x, json), collapse = ", "), "}"))
  if (is.list(x)) return(paste0("[", paste(sapply(x, json), collapse = ", "), "]"))
  paste0("[", paste(trimws(number(x)), collapse = ", "), "]")
}
cat("[\n", paste0("  ", sapply(rows, json), collapse = ",\n"), "\n]\n", sep = "")
