package no.avstemt.application.journal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;

/** Entries in the processing history: what of them is told before and after. */
final class EntryEvents {

    private EntryEvents() {}

    static String number(EntryRef ref) {
        return ref.fiscalYear() + "/" + ref.number();
    }

    static Map<String, String> told(EntryDraft draft) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("date", draft.date().toString());
        told.put("description", draft.description());
        draft.document().ifPresent(document -> told.put("document", document.type() + " " + document.number()));
        int lineNo = 0;
        for (DraftLine line : draft.lines()) {
            lineNo++;
            told.put("line " + lineNo, told(line));
        }
        return told;
    }

    private static String told(DraftLine line) {
        String account = line.account().map(AccountCode::digits).orElse("–");
        String tax = line.taxCode().map(code -> ", " + code).orElse("");
        return account + " " + BigDecimal.valueOf(line.amount(), 2).toPlainString() + tax;
    }
}
