-- What the one condition grammar needs in SQL (src/store/condition): texts and numbers read as src/domain/condition/evaluate
-- reads them. A property test holds the two equal.

-- Text without case, in one normal form. Only PostgreSQL 18 knows Unicode's full lower case by itself; before it, ICU does.
DO $$
DECLARE
  chosen text := coalesce(
    (SELECT quote_ident(collname) FROM pg_collation WHERE collname IN ('pg_unicode_fast', 'und-x-icu')
      ORDER BY collname = 'pg_unicode_fast' DESC LIMIT 1),
    '"default"');
BEGIN
  EXECUTE format(
    'CREATE FUNCTION condition_fold("value" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
     AS $fold$ SELECT lower(normalize("value", NFC) COLLATE %s) $fold$', chosen);
END
$$;

-- A number as JavaScript writes it.
CREATE FUNCTION condition_text("value" numeric) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN "value" <> 0 AND (abs("value") >= 1e21 OR abs("value") < 1e-6)
      THEN regexp_replace("value"::double precision::text, 'e([+-])0', 'e\1')
    ELSE trim_scale("value")::text
  END
$$;

-- The finite number that a text writes, as JavaScript reads it (decimals, 0x, 0o, 0b); null for any other text.
CREATE FUNCTION condition_number("value" text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  given text := btrim("value", E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff');
  parts text[];
  digits text;
  scale bigint;
  size bigint;
  base int;
  exact numeric := 0;
BEGIN
  IF given ~ '^[+-]?[0-9]{1,15}$' THEN
    RETURN given::double precision;
  END IF;
  IF given ~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$' THEN
    -- sign, before the point, after it, exponent
    parts := regexp_match(given, '^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$');
    digits := ltrim(parts[2] || parts[3], '0');
    IF digits = '' THEN
      RETURN 0;
    END IF;
    IF length(parts[4]) > 9 THEN
      parts[4] := CASE WHEN parts[4] ~ '^[+-]?0*$' THEN '0' WHEN left(parts[4], 1) = '-' THEN '-99999999' ELSE '99999999' END;
    END IF;
    scale := coalesce(parts[4], '0')::bigint - length(parts[3]);
    -- it lies below ten to the power of this
    size := length(digits) + scale;
    IF size > 309 THEN
      RETURN NULL;
    ELSIF size < -323 THEN
      RETURN 0;
    END IF;
    -- No double's neighbours are told apart by the digits after these.
    scale := scale + greatest(0, length(digits) - 1100);
    exact := (left(digits, 1100) || 'e' || scale)::numeric;
    IF exact < 2.4703282292062328e-324 THEN
      RETURN 0;
    END IF;
  ELSIF given ~ '^0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$' THEN
    base := CASE lower(substr(given, 2, 1)) WHEN 'x' THEN 16 WHEN 'o' THEN 8 ELSE 2 END;
    digits := ltrim(lower(substr(given, 3)), '0');
    IF length(digits) > 1024 THEN
      RETURN NULL;
    END IF;
    FOR place IN 1 .. length(digits) LOOP
      exact := exact * base + strpos('0123456789abcdef', substr(digits, place, 1)) - 1;
    END LOOP;
  ELSE
    RETURN NULL;
  END IF;
  -- Halfway from the largest double to the next power of two and beyond is infinite.
  IF exact >= 1e308 AND exact >= 2::numeric ^ 1024 - 2::numeric ^ 970 THEN
    RETURN NULL;
  END IF;
  RETURN CASE WHEN parts[1] = '-' THEN -exact::double precision ELSE exact::double precision END;
END
$$;
