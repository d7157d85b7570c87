-- A row in each table of a client that its own code does not fill; <client> stands for its id.
INSERT INTO account_role (client_account_id, role, account_id)
SELECT client_account_id, 'SUSPENSE', account_id
  FROM account
 WHERE client_account_id = <client> AND code = '2995';
INSERT INTO past_account_role (client_account_id, role, account_id, until)
SELECT client_account_id, role, account_id, now() FROM account_role;
INSERT INTO sale_link (client_account_id, sale_id, generation, link_no, entry_id, line_no, amount)
SELECT client_account_id, sale_id, 0, 0, 1, 1, 100 FROM sale;
INSERT INTO late_sale (client_account_id, sale_id, ledger_id)
SELECT client_account_id, sale_id, ledger_id FROM sale;
INSERT INTO document (client_account_id, document_number, document_date, document_type)
VALUES (<client>, 'F-1', '2026-02-14', 'INVOICE');
INSERT INTO idempotency_key (client_account_id, user_id, key, operation, created_at)
VALUES (<client>, 1, 'k', 'POST /x', now());
INSERT INTO business_partner
SELECT client_account_id, dimension_value_id, NULL, false, '', '', '', '', 'NO', NULL, NULL, true, false
  FROM dimension_value WHERE client_account_id = <client>;
INSERT INTO bank_account
SELECT client_account_id, dimension_value_id, NULL, 'NOK', NULL
  FROM dimension_value WHERE client_account_id = <client>;
INSERT INTO account_dimension
SELECT client_account_id, account_id, 'project' FROM account_role WHERE client_account_id = <client>;
INSERT INTO line_match (client_account_id, rule, matched_at) VALUES (<client>, 'R', now());
INSERT INTO line_match_part (client_account_id, match_id, entry_id, line_no, amount)
SELECT client_account_id, match_id, 1, 1, 100 FROM line_match;
INSERT INTO period (client_account_id, month, state, changed_at, changed_by)
VALUES (<client>, '2026-01-01', 'HELD', now(), 'Kari');
INSERT INTO category_rule (client_account_id, category, account_id, valid_from)
SELECT client_account_id, 'Gavekort', account_id, '2026-01-01' FROM account_role;
INSERT INTO dispute_settlement (client_account_id, entry_id, settlement_entry_id, choice, amount, settled_at)
SELECT client_account_id, 1, settlement_entry_id, 'LOSS', 1, now() FROM settlement_entry;
INSERT INTO date_check (client_account_id, ledger_id, stream, ledger_date, state, times, report_rows, asked_at)
VALUES (<client>, '302321', 'funds', '2026-02-14', 'VERIFIED', 1, 0, now());
INSERT INTO sale_question (client_account_id, settlement_entry_id, ledger_id, state, times)
SELECT client_account_id, settlement_entry_id, ledger_id, 'WAITING', 0 FROM settlement_entry;
INSERT INTO posting_rule (client_account_id, entry_type, role, valid_from)
VALUES (<client>, 'CAPTURE_FEE', 'FEE_COST', '2026-01-01');
INSERT INTO granularity_choice (client_account_id, valid_from, granularity)
VALUES (<client>, '2026-01-01', 'PER_PAYOUT');
INSERT INTO personal_data_choice (client_account_id, reason, kept_days, chosen_at)
VALUES (<client>, 'Medlemslister', 90, now());
INSERT INTO settlement_person (client_account_id, settlement_entry_id, data)
SELECT client_account_id, settlement_entry_id, '{}' FROM settlement_entry;
INSERT INTO sale_person (client_account_id, sale_id, data)
SELECT client_account_id, sale_id, '{}' FROM sale;
INSERT INTO booked_span (client_account_id, ledger_id, first_date, last_date)
VALUES (<client>, '302321', '2026-01-01', '2026-01-07');
INSERT INTO exchange_rate (client_account_id, currency, rate_date, units, rate)
VALUES (<client>, 'DKK', '2026-02-14', 100, 157.42);
INSERT INTO late_sale_entry (client_account_id, settlement_entry_id, ledger_id)
SELECT client_account_id, settlement_entry_id, ledger_id FROM settlement_entry;
INSERT INTO stored_file (client_account_id, name, media_type, size, sha256, entry_id, stored_at, stored_by)
VALUES (<client>, 'a.pdf', 'application/pdf', 1, sha256('a'), 1, now(), 'Kari');
INSERT INTO file_chunk (client_account_id, file_id, chunk_no, bytes)
SELECT client_account_id, file_id, 0, 'a' FROM stored_file;
INSERT INTO verification (client_account_id, started_at, started_by, told_at, total)
VALUES (<client>, now(), 'Kari', now(), 0);
INSERT INTO audit_event (client_account_id, at, actor, action, subject, before, after)
VALUES (<client>, now(), 'Kari', 'CLIENT_CREATED', '', '{}', '{}');
INSERT INTO draft_entry (client_account_id, entry_date, description, created_by, created_at)
VALUES (<client>, '2026-02-14', 'Husleie', 'Kari', now());
INSERT INTO draft_line (client_account_id, draft_id, line_no, amount, currency, currency_amount,
       exchange_rate, description)
SELECT client_account_id, draft_id, 1, 100, 'NOK', 100, 1, '' FROM draft_entry;
INSERT INTO entry_template (client_account_id, name, description, created_by, created_at)
VALUES (<client>, 'Husleie', 'Husleie', 'Kari', now());
INSERT INTO entry_template_line (client_account_id, template_id, line_no, amount, currency, currency_amount,
       exchange_rate, description)
SELECT client_account_id, template_id, 1, 100, 'NOK', 100, 1, '' FROM entry_template;
INSERT INTO accepted_link (client_account_id, ledger_id, subject, accepted, accepted_at)
VALUES (<client>, 'any', 'payout-account', '90010012345', now());
INSERT INTO entry_text (client_account_id, entry_id, texts)
SELECT client_account_id, entry_id, 'husleie' FROM journal_entry;
INSERT INTO entry_text_end (client_account_id, chain_position)
VALUES (<client>, 1);
INSERT INTO favourite (client_account_id, user_id, name, address, kept_at)
VALUES (<client>, 1, 'Kunder', '/accounts-receivable?client_account_id=1', now())
