-- What the lines of a day with a tax code say of base and tax, so that a specification of VAT reads days and not lines. A
-- line that does not say them is its own base, without tax; of lines without a tax code there is nothing to say.

ALTER TABLE balance_day
  ADD COLUMN tax_base   bigint NOT NULL DEFAULT 0,
  ADD COLUMN tax_amount bigint NOT NULL DEFAULT 0;

UPDATE balance_day b
   SET tax_base = l.tax_base, tax_amount = l.tax_amount
  FROM (SELECT client_account_id, account_id, posting_date, tax_code, sum(coalesce(tax_base, amount)) AS tax_base,
               sum(coalesce(tax_amount, 0)) AS tax_amount
          FROM journal_line
         WHERE tax_code IS NOT NULL
         GROUP BY 1, 2, 3, 4) l
 WHERE (b.client_account_id, b.account_id, b.day, b.tax_code)
       = (l.client_account_id, l.account_id, l.posting_date, l.tax_code);
