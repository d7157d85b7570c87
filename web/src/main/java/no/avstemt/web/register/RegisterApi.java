package no.avstemt.web.register;

import java.util.List;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.register.KeepRegister.Kept;
import no.avstemt.application.register.Register.Found;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** One register as a resource: listed, read, added to, changed and removed from. */
final class RegisterApi<T> {

    private final RegisterView<T> view;
    private final Resource<Stored<T>> resource;

    RegisterApi(RegisterView<T> view) {
        this.view = view;
        this.resource = view.resource();
    }

    List<Route> routes() {
        String all = "/api/v2/" + view.path();
        String one = all + "/{id}";
        String spoken = view.path().replace('-', ' ');
        return List.of(
                Route.get(all)
                        .toReaders()
                        .ofClient()
                        .takes(Paged.SEARCH)
                        .lists(resource)
                        .says("The " + spoken + " of one client account, also those that were put away.")
                        .by(this::list),
                Route.get(one)
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, resource)
                        .says("One of the " + spoken + ".")
                        .by(this::show),
                Route.post(all)
                        .toWriters()
                        .ofClient()
                        .body(view.shape())
                        .gives(201, resource)
                        .conflicts("the number is taken")
                        .says("Adds one to the " + spoken + ".")
                        .by(this::add),
                Route.put(one)
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(view.shape())
                        .gives(200, resource)
                        .conflicts("the number is taken, or what is posted would change with it")
                        .says("Changes one of the " + spoken + "; what is left out becomes what stands for it.")
                        .by(this::change),
                Route.delete(one)
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts("something refers to it; put it away with active=false")
                        .says("Deletes one of the " + spoken + " that nothing refers to.")
                        .by(this::remove));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Found<T> found = view.keep()
                .page(
                        request.client(),
                        new Search(request.get(Paged.SEARCH), false),
                        paged.offset(),
                        Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), resource::json));
    }

    private Reply show(Request request) {
        return Reply.json(resource.json(
                view.keep().find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound)));
    }

    private Reply add(Request request) {
        T thing = view.read(request.body());
        return Reply.created(resource.json(done(view.keep().add(request.client(), Actor.of(request.caller()), thing))));
    }

    private Reply change(Request request) {
        T thing = view.read(request.body());
        return Reply.json(resource.json(
                done(view.keep().change(request.client(), Actor.of(request.caller()), request.get(Param.ID), thing))));
    }

    private Reply remove(Request request) {
        done(view.keep().remove(request.client(), Actor.of(request.caller()), request.get(Param.ID)));
        return Reply.done();
    }

    private Stored<T> done(Kept<T> kept) {
        kept.objection().ifPresent(objection -> {
            throw Objections.problem(objection);
        });
        return kept.stored().orElseThrow(Problem::notFound);
    }
}
