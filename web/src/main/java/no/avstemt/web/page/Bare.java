package no.avstemt.web.page;

import no.avstemt.web.text.Texts;

/**
 * The head and foot of a page that stands alone: sign-in and errors.
 *
 * @param here path and query of this page, to come back to after a change of language; empty when there is no way back
 * @param csrf what a form must carry, empty when nobody is signed in
 */
public record Bare(Texts texts, String title, AssetLinks assets, String here, String csrf) {

    public String t(String key, String... arguments) {
        return texts.get(key, arguments);
    }
}
