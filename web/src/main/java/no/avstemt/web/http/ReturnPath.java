package no.avstemt.web.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where to go after sign-in or a change of language: a path of ours, never an address elsewhere. */
public final class ReturnPath {

    static final int LONGEST = 2000;

    public static final Param<String> PARAM = param(LONGEST);

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private ReturnPath() {}

    /** @param longest in characters */
    public static Param<String> param(int longest) {
        return Param.withDefault("return_to", ParamType.text(longest), "/").describedAs("Where to go afterwards");
    }

    /** The path itself when it is one of ours, else the front page. */
    public static String safe(String path) {
        return OURS.matcher(path).matches() ? path : "/";
    }

    static String to(String page, String returnTo) {
        return page + "?" + PARAM.name() + "=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }
}
