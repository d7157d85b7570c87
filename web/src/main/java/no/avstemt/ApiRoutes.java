package no.avstemt;

import java.time.Clock;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Routes;
import no.avstemt.web.http.WebServer;
import no.avstemt.web.once.OnceRoutes;
import no.avstemt.web.openapi.ApiDocs;

/** What the API as a whole has beside its resources. */
record ApiRoutes(UnitOfWork unit, WebServer server, OfficeFrames frames, Clock clock) {

    /** The table of everything, the API's own routes included. */
    Routes over(Routes table) {
        Routes once = new OnceRoutes(new AnswerOnce(unit, clock), server.rendering()).over(table);
        return Routes.of(once.all(), new ApiDocs(once, frames).routes());
    }
}
