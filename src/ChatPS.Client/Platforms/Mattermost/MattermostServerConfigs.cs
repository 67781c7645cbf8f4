using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The server's configuration, setting by setting.</summary>
internal sealed class MattermostServerConfigs(Connection connection) : Resource(connection), IServerConfigReader, IServerConfigEditor, IServerConfigSaver
{
    public async Task<IReadOnlyList<ChatServerConfig>> ReadAsync(CallContext context) =>
        Settings(await ConfigAsync(context).ConfigureAwait(false), await EnvironmentAsync(context).ConfigureAwait(false));

    public IReadOnlyList<ChatServerConfig> Read(JsonObject config) => Settings(config, []);

    public async Task<IReadOnlyList<Outcome<ChatServerConfig>>> SetAsync(IReadOnlyList<SettingChange> changes, CallContext context)
    {
        var before = await ConfigAsync(context).ConfigureAwait(false);
        var wanted = changes.Select(change => Try(() => Located(before, change))).ToList();
        var good = wanted.Where(change => change.Error is null).Select(change => change.Value!).ToList();
        if (good.Count == 0)
            return [.. wanted.Select(change => Outcome.Failed<ChatServerConfig>(change.Error!))];
        JsonObject? after = null;
        try
        {
            after = await SendAsync(good, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (good.Count > 1 && e.Reason is ChatErrorReason.InvalidRequest or ChatErrorReason.Forbidden or ChatErrorReason.Conflict)
        {
            // One value that the server refuses makes it refuse them all.
            context.Log.Verbose($"The server refused the settings together, and gets them one by one: {e.Message}");
        }
        var results = new List<Outcome<ChatServerConfig>>(wanted.Count);
        foreach (var change in wanted)
        {
            results.Add(change.Error is { } error
                ? Outcome.Failed<ChatServerConfig>(error)
                : await Outcome.TryAsync(async () => Result(change.Value!, after ?? await SendAsync([change.Value!], context).ConfigureAwait(false))).ConfigureAwait(false));
        }
        return results;
    }

    public async Task<IReadOnlyList<ChatServerConfig>> PatchAsync(JsonObject patch, CallContext context)
    {
        var before = await ConfigAsync(context).ConfigureAwait(false);
        // Stars in a configuration that was saved stand for what the server has.
        var changes = MattermostConfig.Flatten(patch)
            .Where(setting => !IsStars(setting.Value))
            .Select(setting => Located(before, new SettingChange(setting.Path, setting.Value)))
            .ToList();
        if (changes.Count == 0)
            throw new ChatException(ChatErrorReason.InvalidRequest, "There is no setting in the patch.") { Advice = "Give sections with their settings, such as @{ TeamSettings = @{ SiteName = 'Chat' } }." };
        var after = await SendAsync(changes, context).ConfigureAwait(false);
        var results = changes.ConvertAll(change => Try(() => Result(change, after)));
        var kept = results.Select(result => result.Error?.Target).OfType<string>().ToList();
        if (kept.Count > 0)
            throw new ChatException(ChatErrorReason.Conflict, $"The server took the patch, but kept what it had of: {string.Join(", ", kept)}.") { Advice = KeptAdvice };
        return [.. results.Select(result => result.Value!)];
    }

    public async Task<IReadOnlyList<Outcome<IReadOnlyList<ChatServerConfig>>>> ResetAsync(IReadOnlyList<string> paths, CallContext context)
    {
        var config = await ConfigAsync(context).ConfigureAwait(false);
        var located = paths.Select(path => Try(() => MattermostConfig.Require(config, path))).ToList();
        foreach (var names in located.Select(found => found.Value).OfType<IReadOnlyList<string>>())
            MattermostConfig.Remove(config, names);
        // What a whole configuration leaves out the server fills in as it would for a new one. Stars stand for the secrets it has.
        var after = located.Exists(found => found.Error is null)
            ? await ConfigAsync(Call(UpdateConfig).Content(config), context).ConfigureAwait(false)
            : [];
        return [.. located.Select(found => found.Error is { } error
            ? Outcome.Failed<IReadOnlyList<ChatServerConfig>>(error)
            : Outcome.Of<IReadOnlyList<ChatServerConfig>>(Below(after, string.Join('.', found.Value!))))];
    }

    public async Task SaveAsync(bool changedOnly, Stream target, CallContext context)
    {
        var config = await OpenConfigAsync(changedOnly, context).ConfigureAwait(false);
        // A server that does not know the word gives everything.
        if (changedOnly && MattermostConfig.Flatten(config).Count() >= MattermostConfig.Flatten(await OpenConfigAsync(changedOnly: false, context).ConfigureAwait(false)).Count())
            throw new ChatException(ChatErrorReason.NotSupported, "This server's version does not tell which settings are those of a new server.") { Advice = "Leave -ChangedOnly out." };
        await using var writer = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
        config.WriteTo(writer);
    }

    /// <summary>The configuration without what nobody is to know.</summary>
    private async Task<JsonObject> OpenConfigAsync(bool changedOnly, CallContext context)
    {
        var config = await ConfigAsync(Call(GetConfig).Query("remove_masked", true).Query("remove_defaults", changedOnly ? true : null), context).ConfigureAwait(false);
        foreach (var path in MattermostConfig.Flatten(config).Where(setting => HasStars(setting.Value) || MattermostConfig.IsSecret(setting.Path, setting.Value)).Select(setting => setting.Path).ToList())
            MattermostConfig.Remove(config, MattermostConfig.Require(config, path));
        return config;
    }

    private static bool HasStars(JsonNode? value) => value is JsonArray list ? list.Any(IsStars) : IsStars(value);

    public Task ReloadAsync(CallContext context) => SendAsync(Call(ReloadConfig), context);

    private const string KeptAdvice =
        "Settings that the environment sets are changed there; Get-ChatServerConfig shows them as IsFromEnvironment. Some others cannot be changed by the API.";

    private List<ChatServerConfig> Below(JsonObject config, string path) =>
        Settings(config, []).FindAll(setting => setting.Path == path || setting.Path.StartsWith(path + ".", StringComparison.Ordinal));

    private sealed record LocatedChange(IReadOnlyList<string> Names, JsonNode? Value)
    {
        public string Path => string.Join('.', Names);
    }

    private LocatedChange Located(JsonObject config, SettingChange change)
    {
        var names = MattermostConfig.Require(config, change.Path);
        var path = string.Join('.', names);
        if (IsStars(change.Value))
            throw new ChatException(ChatErrorReason.InvalidRequest, $"Stars are no value for {path}: they stand for a secret that nobody is shown.")
            {
                Target = path,
                Advice = "Give the secret itself as a SecureString, or leave the setting out.",
            };
        var value = MattermostConfig.Fit(path, change.Value, MattermostConfig.Find(config, names));
        if (MattermostConfig.IsSecret(path, value))
            Mask(value);
        return new LocatedChange(names, value);
    }

    // Connection strings come several in a list.
    private void Mask(JsonNode? value)
    {
        IEnumerable<JsonNode?> values = value is JsonArray list ? list : new[] { value };
        foreach (var one in values)
        {
            if (one is JsonValue && !IsStars(one))
                Masked(new Secret(one.ToString()));
        }
    }

    private static bool IsStars(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && value.ToString() is { Length: > 0 } text && text.All(c => c == '*');

    private Task<JsonObject> SendAsync(IReadOnlyList<LocatedChange> changes, CallContext context)
    {
        var patch = new JsonObject();
        foreach (var change in changes)
            MattermostConfig.Put(patch, change.Names, change.Value);
        return ConfigAsync(Call(PatchConfig).Content(patch), context);
    }

    // A server takes what it does not let anybody change, and says nothing.
    private ChatServerConfig Result(LocatedChange change, JsonObject after)
    {
        var now = MattermostConfig.Find(after, change.Names);
        return IsStars(now) || JsonNode.DeepEquals(now, change.Value)
            ? ToSetting(change.Path, now, isFromEnvironment: false)
            : throw new ChatException(ChatErrorReason.Conflict, $"The server kept what it had of {change.Path}.") { Target = change.Path, Advice = KeptAdvice };
    }

    /// <summary>The whole configuration as the server tells it.</summary>
    public Task<JsonObject> ConfigAsync(CallContext context) => ConfigAsync(Call(GetConfig), context);

    private async Task<JsonObject> ConfigAsync(ApiCall call, CallContext context) =>
        await ReadAsync(call, MattermostJson.Default.JsonObject, context).ConfigureAwait(false);

    private async Task<HashSet<string>> EnvironmentAsync(CallContext context)
    {
        ApiResponse answer;
        try
        {
            answer = await Connection.Api.SendAsync(Call(GetEnvironmentConfig).ToRequest(), context).ConfigureAwait(false);
        }
        // Local mode does not tell.
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotSupported)
        {
            context.Log.Verbose($"Which settings come from the server's environment is not known: {e.Message}");
            return [];
        }
        // A server that got nothing from its environment says null.
        return answer.Text.Trim() == "null" ? []
            : [.. MattermostConfig.Flatten(answer.Read(MattermostJson.Default.JsonObject))
                .Where(setting => setting.Value?.GetValueKind() == JsonValueKind.True).Select(setting => setting.Path)];
    }

    private List<ChatServerConfig> Settings(JsonObject config, HashSet<string> environment) =>
        [.. MattermostConfig.Flatten(config).Select(setting => ToSetting(setting.Path, setting.Value, environment.Contains(setting.Path)))];

    private ChatServerConfig ToSetting(string path, JsonNode? value, bool isFromEnvironment)
    {
        var isSecret = IsStars(value) || MattermostConfig.IsSecret(path, value);
        if (isSecret)
            Mask(value);
        return new ChatServerConfig
        {
            Session = Connection.Session,
            Path = path,
            Value = isSecret ? MattermostConfig.Stars : ToValue(value),
            IsSecret = isSecret,
            IsFromEnvironment = isFromEnvironment,
        };
    }

    private static object? ToValue(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Array => value.AsArray().Select(ToValue).ToArray(),
        _ => value?.ToJsonString(),
    };

    private static Outcome<T> Try<T>(Func<T> work) where T : class
    {
        try
        {
            return Outcome.Of(work());
        }
        catch (ChatException e)
        {
            return Outcome.Failed<T>(e);
        }
    }
}
