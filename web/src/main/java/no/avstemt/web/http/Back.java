package no.avstemt.web.http;

import java.util.Optional;
import no.avstemt.web.page.Address;

/** The list that led to a page, with its filters and its place, as it stands in the page's address. */
public final class Back {

    private static final int LONGEST = 2000;

    public static final Param<Optional<String>> PARAM =
            Param.optional("back", ParamType.text(LONGEST)).describedAs("The list that led here");

    private Back() {}

    /** The list that led here when it is this list of this client account, filtered; else the list itself. */
    public static String to(Request request, Address list) {
        return given(request, list).orElse(list.toString());
    }

    /** The list that led here, when it is this list of this client account. */
    public static Optional<String> given(Request request, Address list) {
        return request.get(PARAM)
                .filter(path -> path.equals(list.toString()) || path.startsWith(list + "&"))
                .filter(path -> path.equals(ReturnPath.safe(path)));
    }

    /** The address of what a list shows, from which it leads back to the list as it is. */
    public static Address from(Request list, Address plainList, Address shown) {
        return list.here().equals(plainList.toString()) ? shown : with(shown, list.here());
    }

    /** The same for a list's address; one that is longer than a page would take is left out. */
    public static Address with(Address shown, String list) {
        return list.length() > LONGEST ? shown : shown.with(PARAM.name(), list);
    }
}
