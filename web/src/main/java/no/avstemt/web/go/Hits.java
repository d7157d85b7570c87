package no.avstemt.web.go;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.go.GoPage.Hit;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** Finds clients by the words given, and pages of theirs or the office's where a word names one: {@code kaffe salg}. */
final class Hits {

    private static final int MOST = 20;

    private final List<String> words;
    private final From from;
    private final Texts texts;
    private final Formats formats;

    Hits(String search, From from, Texts texts, Formats formats) {
        this.words = Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        this.from = from;
        this.texts = texts;
        this.formats = formats;
    }

    /**
     * Pages of the client at hand come first, then the office's that the words name, then clients by name.
     *
     * @param office pages that are of no client account
     */
    List<Hit> among(List<ClientName> clients, List<Link> office) {
        List<Hit> hits = new ArrayList<>();
        clients.stream()
                .filter(client -> from.client().filter(client.id()::equals).isPresent())
                .forEach(client -> pages(client, hits));
        office.stream()
                .filter(page -> !words.isEmpty() && areAllIn(words, page.label()))
                .forEach(page -> hits.add(new Hit(page.label(), texts.get("go.office"), page.href())));
        for (ClientName client : clients) {
            if (hits.size() >= MOST) {
                break;
            }
            if (isNamedBy(words, client)) {
                hits.add(hit(client, from.page().orElse(RailPage.OVERVIEW)));
            } else if (from.client().filter(client.id()::equals).isEmpty()) {
                pagesOfNamed(client, hits);
            }
        }
        return hits.subList(0, Math.min(MOST, hits.size()));
    }

    private void pages(ClientName client, List<Hit> hits) {
        for (RailPage page : RailPage.values()) {
            if (areAllIn(words, texts.get(page.textKey()))) {
                hits.add(hit(client, page));
            }
        }
    }

    /** Some of the words name the client, the others its page. */
    private void pagesOfNamed(ClientName client, List<Hit> hits) {
        List<String> others =
                words.stream().filter(word -> !isNamedBy(List.of(word), client)).toList();
        if (others.size() == words.size()) {
            return;
        }
        for (RailPage page : RailPage.values()) {
            if (areAllIn(others, texts.get(page.textKey()))) {
                hits.add(hit(client, page));
            }
        }
    }

    private static boolean isNamedBy(List<String> words, ClientName client) {
        String name = client.name().toLowerCase(Locale.ROOT);
        String digits = client.organisationNumber().digits();
        return words.stream()
                .allMatch(word -> name.contains(word) || word.matches("[0-9]{3,9}") && digits.contains(word));
    }

    private static boolean areAllIn(List<String> words, String title) {
        String small = title.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(small::contains);
    }

    private Hit hit(ClientName client, RailPage page) {
        String detail = page == RailPage.OVERVIEW
                ? formats.organisationNumber(client.organisationNumber().digits())
                : texts.get(page.textKey());
        return new Hit(client.name(), detail, page.of(client.id()).toString());
    }
}
