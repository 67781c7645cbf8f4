using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The variables of an app's configuration. Nobody knows which of the values are secrets, so all are masked.</summary>
internal sealed class HerokuConfigVars(Connection connection) : Resource(connection), IConfigVarReader, IConfigVarEditor
{
    public Task<IReadOnlyList<ChatAppConfigVar>> ListAsync(string app, string? release, CallContext context) => SendAsync(
        release is null ? Call(ConfigVarInfoForApp) : Call(ConfigVarInfoForAppRelease).Path("release_identity", release), app, context);

    public async Task<IReadOnlyList<ChatAppConfigVar>> UpdateAsync(string app, IReadOnlyDictionary<string, Secret?> values, CallContext context)
    {
        foreach (var value in values.Values)
            Connection.Mask.Add(value);
        var all = await SendAsync(Call(ConfigVarUpdate).Content(values), app, context).ConfigureAwait(false);
        return [.. all.Where(variable => values.ContainsKey(variable.Name))];
    }

    private async Task<IReadOnlyList<ChatAppConfigVar>> SendAsync(ApiCall call, string app, CallContext context) => await SendAsync(
        call.Path("app_identity", app),
        HerokuJson.Default.DictionaryStringString,
        values => values.Select(value => ToVariable(value.Key, value.Value, app)).ToArray(),
        context).ConfigureAwait(false);

    private ChatAppConfigVar ToVariable(string name, string? value, string app)
    {
        Connection.Mask.Add(value is null ? null : new Secret(value));
        return new ChatAppConfigVar { Session = Connection.Session, AppId = app, Name = name, Value = value };
    }
}
