package no.avstemt.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.web.text.Message;
import tools.jackson.core.JsonToken;

/** Reads lists. */
final class Lists {

    private Lists() {}

    /** Goes on after a fault, so that all are told. */
    static <T> Optional<List<T>> read(Place place, Kind<T> item, int least, int most, Message allowed) {
        if (place.token() != JsonToken.START_ARRAY) {
            return place.refuse(allowed);
        }
        List<T> values = new ArrayList<>();
        int index = 0;
        while (place.json().nextToken() != JsonToken.END_ARRAY) {
            if (index < most) {
                item.read(place.at(index)).ifPresent(values::add);
            } else {
                place.json().skipChildren();
            }
            index++;
        }
        if (index < least || index > most) {
            place.fault(Message.of("body.count", place.path(), Integer.toString(index))
                    .and(allowed));
            return Optional.empty();
        }
        return values.size() == index ? Optional.of(List.copyOf(values)) : Optional.empty();
    }
}
