package no.avstemt.web.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.MapSalesUnits.Mapped;
import no.avstemt.application.dimension.MapSalesUnits.Outcome;
import no.avstemt.application.dimension.MapSalesUnits.Wish;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.dimension.SalesUnitsPage.Unit;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.register.Objections;
import no.avstemt.web.register.RegisterTabs;
import no.avstemt.web.text.Texts;

/** Sales units with the department and project that each is mapped to. */
public final class SalesUnitPages {

    private static final int MOST_OFFERED = 1_000;
    private static final int CONFLICT = 409;
    private static final ParamType<Long> ID = ParamType.number(1, 999_999_999_999_999_999L);
    private static final Param<String> LEDGER =
            Param.required("ledger_id", ParamType.text(50)).inForm();
    private static final Param<String> HANDLE =
            Param.required("handle", ParamType.text(50)).inForm();
    private static final Param<Optional<Long>> DEPARTMENT =
            Param.optional("department_id", ID).inForm();
    private static final Param<Optional<Long>> PROJECT =
            Param.optional("project_id", ID).inForm();

    private final MapSalesUnits units;
    private final KeepRegister<Label> departments;
    private final KeepRegister<Label> projects;
    private final ClientFrames frames;

    public SalesUnitPages(
            MapSalesUnits units, KeepRegister<Label> departments, KeepRegister<Label> projects, ClientFrames frames) {
        this.units = units;
        this.departments = departments;
        this.projects = projects;
        this.frames = frames;
    }

    private static String path() {
        return Addresses.registerPath(RegisterTabs.SALES_UNITS);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(path())
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("The sales units of one client account, and what each is mapped to.")
                        .by(request -> page(request, 200, Faults.none())),
                Route.post(path())
                        .toWriters()
                        .ofClient()
                        .takes(LEDGER, HANDLE, DEPARTMENT, PROJECT)
                        .answers(RouteDraft.HTML)
                        .says("Maps a sales unit to a department or project.")
                        .by(this::map));
    }

    private Reply map(Request request) {
        Wish wish = new Wish(
                new LedgerId(request.get(LEDGER)), request.get(HANDLE), request.get(DEPARTMENT), request.get(PROJECT));
        Outcome outcome = units.run(request.client(), Actor.of(request.caller()), wish);
        if (outcome.objection().isPresent()) {
            Faults faults = Faults.none();
            faults.add("", Objections.text(outcome.objection().get(), request.texts()));
            return page(request, CONFLICT, faults);
        }
        if (outcome.mapped().isEmpty()) {
            throw Problem.notFound();
        }
        return Reply.seeOther(
                Addresses.register(request.client(), RegisterTabs.SALES_UNITS).toString());
    }

    private Reply page(Request request, int status, Faults faults) {
        List<Mapped> all = units.all(request.client());
        List<Stored<Label>> offeredDepartments = offered(departments, request);
        List<Stored<Label>> offeredProjects = offered(projects, request);
        List<Unit> shown = IntStream.range(0, all.size())
                .mapToObj(index -> unit(all.get(index), index, offeredDepartments, offeredProjects, request.texts()))
                .toList();
        return Reply.page(
                status,
                new View(
                        "dimension/sales-units.jte",
                        new SalesUnitsPage(
                                frames.frame(
                                        request,
                                        RailPage.REGISTERS,
                                        request.texts().get("register.sales-units"),
                                        List.of()),
                                request.client().toString(),
                                RegisterTabs.of(request, RegisterTabs.SALES_UNITS),
                                request.caller().mayWrite() ? path() : "",
                                faults,
                                shown)));
    }

    private static List<Stored<Label>> offered(KeepRegister<Label> register, Request request) {
        return register.page(request.client(), new Search(Optional.empty(), true), 0, MOST_OFFERED)
                .page();
    }

    private static Unit unit(
            Mapped mapped, int index, List<Stored<Label>> departments, List<Stored<Label>> projects, Texts texts) {
        String words = Stream.of(mapped.department(), mapped.project())
                .flatMap(Optional::stream)
                .map(Known::name)
                .collect(Collectors.joining(", "));
        return new Unit(
                "unit-" + index,
                mapped.ledger().value(),
                mapped.unit().handle(),
                mapped.unit().name() + " (" + mapped.unit().handle() + ")",
                words.isEmpty() ? texts.get("register.sales-units.nothing") : words,
                choice(DEPARTMENT, "dimension.department", index, mapped.department(), departments, texts),
                choice(PROJECT, "dimension.project", index, mapped.project(), projects, texts));
    }

    /** What it is mapped to is offered even where it was put away. */
    private static Choice choice(
            Param<?> param, String label, int index, Optional<Known> chosen, List<Stored<Label>> offered, Texts texts) {
        List<Choice.Option> options = new ArrayList<>();
        options.add(new Choice.Option("", texts.get("register.sales-units.nothing"), chosen.isEmpty()));
        chosen.filter(known -> offered.stream().noneMatch(each -> each.id() == known.id()))
                .ifPresent(known -> options.add(new Choice.Option(Long.toString(known.id()), known.name(), true)));
        offered.forEach(each -> options.add(new Choice.Option(
                Long.toString(each.id()),
                each.thing().number() + " " + each.thing().name(),
                chosen.filter(known -> known.id() == each.id()).isPresent())));
        return Choice.of(param.name(), texts.get(label), options).withId(param.name() + "-" + index);
    }
}
