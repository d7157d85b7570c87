package no.avstemt.web.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.StoredFile;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.file.AttachmentList.Row;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.text.Message;

/** Shows the files beside entries on the pages of those entries. */
public final class AttachmentLists {

    private static final BigDecimal KIB = BigDecimal.valueOf(1 << 10);
    private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);

    private final ReadFiles read;
    private final int most;

    /** @param most bytes of all files that are sent at once */
    public AttachmentLists(ReadFiles read, int most) {
        this.read = read;
        this.most = most;
    }

    public int most() {
        return most;
    }

    public AttachmentList of(Request request, long entryId, boolean draft, List<Message> faults) {
        ClientAccountId client = request.client();
        boolean mayWrite = request.caller().mayWrite();
        return new AttachmentList(
                client.toString(),
                mayWrite ? Addresses.attachments(client, entryId).path() : "",
                read.ofEntry(client, entryId).stream()
                        .map(file -> row(request, file, mayWrite && draft))
                        .toList(),
                says(request),
                texts(request, faults));
    }

    /** Of an entry that is not kept yet. */
    public AttachmentList none(Request request, List<Message> faults) {
        return new AttachmentList(request.client().toString(), "", List.of(), says(request), texts(request, faults));
    }

    private String says(Request request) {
        return request.texts().get("attachment.says", Integer.toString(most >> 20));
    }

    private static List<String> texts(Request request, List<Message> faults) {
        return faults.stream().map(fault -> request.texts().get(fault)).toList();
    }

    private static Row row(Request request, StoredFile file, boolean goes) {
        ClientAccountId client = request.client();
        return new Row(
                Long.toString(file.id()),
                file.name(),
                Addresses.attachment(client, file.id()).toString(),
                Addresses.attachment(client, file.id()).with("as", "download").toString(),
                file.type().name(),
                size(request, file.size()),
                file.sha256(),
                request.texts()
                        .get(
                                "attachment.stored",
                                file.storedBy(),
                                request.formats().dateAndTime(file.storedAt())),
                goes ? Addresses.attachment(client, file.id()).path() + "/remove" : "");
    }

    private static String size(Request request, long bytes) {
        boolean large = bytes >= 1 << 20;
        BigDecimal size = BigDecimal.valueOf(bytes).divide(large ? MIB : KIB, 1, RoundingMode.CEILING);
        return request.formats().decimal(size) + (large ? " MB" : " kB");
    }
}
