package no.avstemt.web.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import no.avstemt.web.page.Address;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** What a form has done, in figures, told by the page that it leads to: to load that page again does nothing again. */
public final class Tally {

    private final String textKey;
    private final Param<Optional<List<Long>>> param;

    /** @param textKey of the sentence that the figures stand in */
    public Tally(String textKey, int figures) {
        String form = "[0-9]{1,9}(-[0-9]{1,9}){" + (figures - 1) + "}";
        Function<String, Optional<List<Long>>> parse =
                text -> Optional.of(text).filter(given -> given.matches(form)).map(Tally::figures);
        Message allowed = Message.of("param.tally", Integer.toString(figures));
        this.textKey = textKey;
        this.param = Param.optional("done", new ParamType<>("string", "", List.of(), allowed, parse));
    }

    /** What the page takes. */
    public Param<Optional<List<Long>>> param() {
        return param;
    }

    public Reply seenAt(Address page, long... figures) {
        return Reply.seeOther(address(page, figures).toString());
    }

    /** The page with the figures. */
    public Address address(Address page, long... figures) {
        String told = LongStream.of(figures).mapToObj(Long::toString).collect(Collectors.joining("-"));
        return page.with(param.name(), told);
    }

    /** Empty where nothing was done. */
    public String sentence(Request request) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        return request.get(param)
                .map(figures ->
                        texts.get(textKey, figures.stream().map(formats::count).toArray(String[]::new)))
                .orElse("");
    }

    private static List<Long> figures(String text) {
        return Arrays.stream(text.split("-")).map(Long::valueOf).toList();
    }
}
