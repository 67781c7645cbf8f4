using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>A request: what its path, query and body stand for, or the error that they deserve.</summary>
/// <param name="service">The service that was asked.</param>
/// <param name="request">What was sent.</param>
/// <param name="group">The first half of the scope that a developer needs; null where none is needed.</param>
internal sealed class HathoraCall(HathoraService service, SandboxRequest request, string? group = null)
{
    private JsonObject? _body;

    public HathoraService Service => service;

    public HathoraState State => service.State;

    public SandboxRequest Request => request;

    public DateTimeOffset Time => request.Time;

    public Developer Me => (Developer)request.Caller!;

    public string Route(string name) => request.Route(name);

    /// <summary>The body, which has to be an object.</summary>
    public JsonObject Body => _body ??= request.Json as JsonObject ?? throw HathoraAnswer.Invalid("The body has to be a JSON object.");

    // ---- What the caller may reach --------------------------------------------------------------------------------------------

    /// <summary>The app of the path, if it is one of the caller's organizations'.</summary>
    public App App()
    {
        var app = AnyApp();
        return Reach(app.Org) ? app : throw HathoraAnswer.NotFound("application");
    }

    /// <summary>The app of the path, whosever it is.</summary>
    public App AnyApp()
    {
        var app = State.Apps.Find(app => app.Id == Route("appId")) ?? throw HathoraAnswer.NotFound("application");
        HathoraState.Settle(app, Time);
        return app;
    }

    /// <summary>The organization that the path or the query names; without a name the caller's first.</summary>
    /// <param name="otherwise">The status for one that isn't the caller's.</param>
    public Organization Org(int otherwise = 404)
    {
        var id = request.RouteValues.GetValueOrDefault("orgId") ?? request.Query["orgId"];
        var org = State.Orgs.Find(org => Me.AccessTo(org) is not null && (id is null || org.Id == id));
        return org is not null && Reach(org) ? org : throw HathoraAnswer.Fault(otherwise, "There is no such organization of yours.");
    }

    /// <summary>Whether the caller knows the organization at all; the scope has to be there then.</summary>
    public bool Reach(Organization org)
    {
        if (Me.AccessTo(org) is not { } access)
            return false;
        var reads = request.Method is "GET" or "HEAD";
        // A missing scope's answer isn't documented; of the statuses that operations declare, this one comes closest.
        return group is null || access.Allows(group, reads)
            ? true
            : throw HathoraAnswer.Unauthorized($"This takes the scope {group}:{(reads && group != "billing" ? "read" : "read-write")}.");
    }

    /// <summary>What the path names in an app or organization.</summary>
    public T Named<T>(IEnumerable<T> items, string name, Func<T, string> id, string what) =>
        items.FirstOrDefault(item => id(item) == Route(name)) ?? throw HathoraAnswer.NotFound(what);

    /// <summary>Refuses what costs to those who cannot pay.</summary>
    public static void NeedPayment(Organization org)
    {
        if (!org.CanPay)
            throw HathoraAnswer.PaymentRequired();
    }

    // ---- What the query says ---------------------------------------------------------------------------------------------------

    public string? QueryText(string name, int max = int.MaxValue, System.Text.RegularExpressions.Regex? pattern = null) =>
        request.Query[name] is { } value ? HathoraBody.CheckText(value, name, max, pattern) : null;

    public string? QueryChoice(string name, IReadOnlyList<string> values) =>
        request.Query[name] is { } value ? HathoraBody.CheckChoice(value, name, values) : null;

    /// <summary>Values that come one by one or behind commas; empty when the query has none.</summary>
    public List<string> QueryChoices(string name, IReadOnlyList<string> values) =>
        [.. request.Query.All(name).SelectMany(value => value.Split(',')).Select(value => HathoraBody.CheckChoice(value, name, values))];

    public double? QueryNumber(string name, double min, double max)
    {
        if (request.Query[name] is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw HathoraAnswer.Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} has to be a number between {min} and {max}."));
    }

    public int? QueryInteger(string name, int min, int max) =>
        QueryNumber(name, min, max) is not { } number ? null
        : number == Math.Floor(number) ? (int)number
        : throw HathoraAnswer.Invalid($"{name} has to be a whole number.");

    public bool QueryFlag(string name) => QueryChoice(name, ["true", "false"]) == "true";
}
