using System.Globalization;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>How many dynos of each process type an app runs, and how big they are.</summary>
internal sealed class HerokuFormations(Connection connection) : Resource(connection), IAppItemReader<ChatAppFormation>, IFormationEditor
{
    public IAsyncEnumerable<ChatAppFormation> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(FormationList).Path("app_identity", app), window, HerokuJson.Default.Formation, formation => ToFormation(formation, app), context);

    public Task<ChatAppFormation> GetAsync(string app, string item, CallContext context) => SendAsync(Call(FormationInfo), app, item, context);

    public async Task<IReadOnlyList<ChatAppFormation>> UpdateAsync(string app, IReadOnlyList<FormationChange> changes, CallContext context)
    {
        // Only the batch counts from what there is now.
        if (changes is [{ IsRelative: false } only])
            return [await SendAsync(Call(FormationUpdate).Body("quantity", only.Quantity).Body("dyno_size", SizeOf(only)), app, only.Type, context).ConfigureAwait(false)];
        var result = new List<ChatAppFormation>();
        var call = Call(FormationBatchUpdate).Path("app_identity", app).Body("updates", changes.Select(ToUpdate));
        await foreach (var formation in List(call, PageWindow.All, HerokuJson.Default.Formation, formation => ToFormation(formation, app), context).ConfigureAwait(false))
            result.Add(formation);
        return result;
    }

    private Task<ChatAppFormation> SendAsync(ApiCall call, string app, string item, CallContext context) => SendAsync(
        call.Path("app_identity", app).Path("formation_identity", item), HerokuJson.Default.Formation, formation => ToFormation(formation, app), context);

    private static Dictionary<string, object> ToUpdate(FormationChange change)
    {
        var update = new Dictionary<string, object> { ["type"] = change.Type };
        if (change.Quantity is { } quantity)
            update["quantity"] = change.IsRelative ? quantity.ToString("+0;-0", CultureInfo.InvariantCulture) : quantity;
        if (SizeOf(change) is { } size)
            update["dyno_size"] = size;
        return update;
    }

    private static Dictionary<string, string>? SizeOf(FormationChange change) =>
        change.Size is { } size ? new() { [Guid.TryParse(size, out _) ? "id" : "name"] = size } : null;

    private ChatAppFormation ToFormation(Wire.Formation formation, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = formation.Unnamed,
        AppId = formation.App?.Id ?? app,
        AppName = formation.App?.Name,
        Id = formation.Id,
        Type = formation.Type,
        Quantity = formation.Quantity,
        Size = formation.DynoSize?.Name ?? formation.Size,
        SizeId = formation.DynoSize?.Id,
        Command = formation.Command,
        CreatedAt = formation.CreatedAt,
        UpdatedAt = formation.UpdatedAt,
    };
}
