using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The server's settings: what they are, what a new server would have, what the environment says, and who may see them.</summary>
internal sealed class ServerConfig
{
    /// <summary>What the server shows in place of a secret, and takes for the one it has.</summary>
    public const string Stars = "********************************";

    // The server always hides the first, the others when they are set.
    private static readonly string[] AlwaysSecret =
        ["FileSettings.PublicLinkSalt", "SqlSettings.DataSource", "SqlSettings.AtRestEncryptKey", "ElasticsearchSettings.Password", "ServiceSettings.SplitKey"];

    private static readonly string[] Secret =
    [
        "LdapSettings.BindPassword", "FileSettings.AmazonS3SecretAccessKey", "EmailSettings.SMTPPassword", "GitLabSettings.Secret",
        "GoogleSettings.Secret", "Office365Settings.Secret", "OpenIdSettings.Secret", "ServiceSettings.GfycatApiSecret",
        "MessageExportSettings.GlobalRelaySettings.SmtpPassword",
    ];

    // As if the server had been started with these in its environment.
    private static readonly string[] FromEnvironment = ["ServiceSettings.ListenAddress", "SqlSettings.DataSource"];

    private static readonly string DefaultText = ReadResource("mattermost.config.json");

    public ServerConfig(string siteUrl)
    {
        Now = Defaults();
        Now["ServiceSettings"]!["SiteURL"] = siteUrl;
        // No client can switch this on, and there is nobody to do it in the file.
        Now["PluginSettings"]!["EnableUploads"] = true;
    }

    public JsonObject Now { get; private set; }

    public JsonNode? this[string path] => Find(Now, path);

    /// <summary>Whether a setting is there and true.</summary>
    public bool IsOn(string path) => this[path]?.GetValue<bool>() == true;

    public static JsonObject Defaults() => (JsonObject)JsonNode.Parse(DefaultText)!;

    public static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(ServerConfig).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The settings without their secrets.</summary>
    public JsonObject Sanitized()
    {
        var shown = (JsonObject)Now.DeepClone();
        foreach (var path in AlwaysSecret)
            Put(shown, path, Stars);
        foreach (var path in Secret.Where(path => Find(shown, path)?.GetValue<string>() is { Length: > 0 }))
            Put(shown, path, Stars);
        foreach (var list in new[] { "DataSourceReplicas", "DataSourceSearchReplicas" })
            shown["SqlSettings"]![list] = new JsonArray([.. shown["SqlSettings"]![list]!.AsArray().Select(_ => JsonValue.Create(Stars))]);
        return shown;
    }

    /// <summary>What the environment sets, as the API tells it: true for each setting.</summary>
    public static JsonObject Environment()
    {
        var told = new JsonObject();
        foreach (var path in FromEnvironment)
        {
            var (section, name) = (path[..path.IndexOf('.', StringComparison.Ordinal)], path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            (told[section] ??= new JsonObject())[name] = true;
        }
        return told;
    }

    /// <summary>The settings with those of a change laid over: of a patch over what is, of a whole configuration over the defaults.</summary>
    /// <exception cref="Problem">It is no configuration, or a setting's value isn't valid.</exception>
    public void Apply(JsonObject change, bool whole)
    {
        if (Text(change, "ServiceSettings.SiteURL") is var url && (url == "" || (whole && url is null)) && Text(Now, "ServiceSettings.SiteURL") != "")
            throw new Problem(400, "api.config.update_config.clear_siteurl.app_error", "The site's address cannot be cleared.");
        if (!whole && Find(change, "PluginSettings.EnableUploads") is { } uploads && !JsonNode.DeepEquals(uploads, this["PluginSettings.EnableUploads"]))
            throw new Problem(403, "api.config.update_config.not_allowed_security.app_error", "PluginSettings.EnableUploads cannot be changed by the API.");
        var next = whole ? Defaults() : (JsonObject)Now.DeepClone();
        Lay(next, change);
        Keep(next, "PluginSettings.EnableUploads");
        Keep(next, "PluginSettings.SignaturePublicKeyFiles");
        foreach (var path in FromEnvironment)
            Keep(next, path);
        foreach (var path in AlwaysSecret.Concat(Secret).Where(path => Text(next, path) == Stars))
            Keep(next, path);
        foreach (var list in new[] { "SqlSettings.DataSourceReplicas", "SqlSettings.DataSourceSearchReplicas" })
        {
            if (Find(next, list) is JsonArray replicas && replicas.Any(item => item?.ToString() == Stars))
                Keep(next, list);
        }
        Check(next);
        Now = next;
    }

    private void Keep(JsonObject next, string path) => Put(next, path, Find(Now, path)?.DeepClone());

    // What the server does not know is passed over, as its decoder does; a value of another kind is no configuration.
    private static void Lay(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            var known = target.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key;
            if (known is null || value is null)
            {
                // Maps, such as the plugins' settings, take any name.
                if (known is null && target.Parent is not null && target.GetPropertyName() is "Plugins" or "PluginStates")
                    target[name] = value?.DeepClone();
                continue;
            }
            if (target[known] is JsonObject section && value is JsonObject part)
                Lay(section, part);
            else if (!Fits(target[known], value))
                throw Problem.InvalidBody("config");
            else
                target[known] = value.DeepClone();
        }
    }

    private static bool Fits(JsonNode? was, JsonNode value) => (was?.GetValueKind(), value.GetValueKind()) switch
    {
        (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => true,
        (null, _) => true,
        var (one, other) => one == other,
    };

    private static void Check(JsonObject config)
    {
        if (Number(config, "PasswordSettings.MinimumLength") is < 5 or > 64)
            throw Invalid("password_length");
        if (Text(config, "ServiceSettings.SiteURL") is { Length: > 0 } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            throw Invalid("site_url");
        if (Text(config, "ServiceSettings.ListenAddress") is "")
            throw Invalid("listen_address");
        if (Number(config, "TeamSettings.MaxUsersPerTeam") <= 0)
            throw Invalid("max_users");
        if (Number(config, "TeamSettings.MaxChannelsPerTeam") <= 0)
            throw Invalid("max_channels");
        if (Number(config, "FileSettings.MaxFileSize") <= 0)
            throw Invalid("max_file_size");
        if (Text(config, "EmailSettings.ConnectionSecurity") is not ("" or "TLS" or "STARTTLS"))
            throw Invalid("email_security");
        if (Number(config, "RateLimitSettings.PerSec") <= 0)
            throw Invalid("rate_sec");
    }

    private static Problem Invalid(string what) => new(400, $"model.config.is_valid.{what}.app_error", $"The configuration isn't valid: {what}.");

    private static long? Number(JsonObject config, string path) => Find(config, path)?.GetValue<long>();

    private static string? Text(JsonObject config, string path) => Find(config, path) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonNode? Find(JsonObject config, string path) =>
        path.Split('.').Aggregate((JsonNode?)config, (node, name) => node is JsonObject inner ? inner[name] : null);

    private static void Put(JsonObject config, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var section = names[..^1].Aggregate(config, (node, name) => (JsonObject)node[name]!);
        section[names[^1]] = value;
    }

    /// <summary>Reads the settings again from where they are kept: nobody but the API writes there, so they are the same.</summary>
    public void Reload() => Now = (JsonObject)Now.DeepClone();
}
