package no.avstemt.web.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.RegisterKind;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Partner;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;

/** Every register, as pages and as resources. */
public final class RegisterRoutes {

    private final UnitOfWork unit;
    private final ClientFrames frames;
    private final Clock clock;

    public RegisterRoutes(UnitOfWork unit, ClientFrames frames, Clock clock) {
        this.unit = unit;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        KeepRegister<Partner> partners = keep(RegisterKinds.PARTNERS);
        List<RegisterView<?>> views = new ArrayList<>();
        views.add(new PartnerView(partners));
        views.add(new BankAccountView(keep(RegisterKinds.BANK_ACCOUNTS)));
        for (DimensionType type : LabelView.TYPES) {
            views.add(new LabelView(type, keep(RegisterKinds.labels(type))));
        }
        views.add(new DocumentView(keep(RegisterKinds.DOCUMENTS), partners, new ReadEntry(unit)));
        List<Route> routes = new ArrayList<>();
        views.forEach(view -> routes.addAll(of(view)));
        return routes;
    }

    private <T> KeepRegister<T> keep(RegisterKind<T> kind) {
        return new KeepRegister<>(unit, kind, clock);
    }

    private <T> List<Route> of(RegisterView<T> view) {
        List<Route> routes = new ArrayList<>(new RegisterPages<>(view, frames).routes());
        routes.addAll(new RegisterApi<>(view).routes());
        return routes;
    }
}
