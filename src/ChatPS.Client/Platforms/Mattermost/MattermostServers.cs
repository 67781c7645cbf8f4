using System.Globalization;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The server itself and its license.</summary>
internal sealed class MattermostServers(Connection connection) : Resource(connection), IServerReader, IServerEditor, ILicenses
{
    // What stands beside the features, which are true or false too.
    private static readonly string[] NoFeature = ["IsLicensed", "IsTrial"];

    public async Task<ChatServer> GetAsync(CallContext context)
    {
        var ping = await TextsAsync(Call(GetPing).Query("get_server_status", true), context).ConfigureAwait(false);
        var config = await ConfigAsync(context).ConfigureAwait(false);
        // Who does not administer the server isn't told.
        var busy = MattermostPlatform.IsAdmin(Connection)
            ? await ReadAsync(Call(GetServerBusyExpires), MattermostJson.Default.Busy, context).ConfigureAwait(false)
            : null;
        return new ChatServer
        {
            Session = Connection.Session,
            SiteName = config.GetValueOrDefault("SiteName"),
            SiteUrl = config.GetValueOrDefault("SiteURL") is { Length: > 0 } url ? url : null,
            Version = config.GetValueOrDefault("Version") ?? Connection.Session.ServerVersion,
            BuildNumber = config.GetValueOrDefault("BuildNumber"),
            BuildHash = config.GetValueOrDefault("BuildHash"),
            IsEnterpriseReady = config.GetValueOrDefault("BuildEnterpriseReady") is { } ready ? ready == "true" : null,
            Status = ping.GetValueOrDefault("status"),
            DatabaseStatus = ping.GetValueOrDefault("database_status"),
            FileStoreStatus = ping.GetValueOrDefault("filestore_status"),
            IsBusy = busy?.IsBusy,
            BusyUntil = busy is { IsBusy: true, Expires: > 0 } ? DateTimeOffset.FromUnixTimeSeconds(busy.Expires) : null,
        };
    }

    /// <summary>How many characters a post may have; null where the server does not say.</summary>
    public async Task<int?> MaxPostLengthAsync(CallContext context) =>
        int.TryParse((await ConfigAsync(context).ConfigureAwait(false)).GetValueOrDefault("MaxPostSize"), CultureInfo.InvariantCulture, out var length) ? length : null;

    public Task SetBusyAsync(TimeSpan? duration, CallContext context) =>
        SendAsync(duration is { } span ? Call(SetServerBusy).Query("seconds", $"{Math.Ceiling(span.TotalSeconds):0}") : Call(ClearServerBusy), context);

    public Task RestartAsync(CallContext context) => SendAsync(Call(RestartServer), context);

    public Task RenewDatabaseAsync(CallContext context) => SendAsync(Call(DatabaseRecycle), context);

    public Task ClearCacheAsync(CallContext context) => SendAsync(Call(InvalidateCaches), context);

    Task<ChatLicense> ILicenses.GetAsync(CallContext context) => LicenseAsync(context);

    public async Task<ChatLicense> SetAsync(FileUpload license, bool wanted, CallContext context)
    {
        await SendAsync(Call(UploadLicenseFile).File("license", license.Name, license.Open), context).ConfigureAwait(false);
        // Local mode takes licenses and tells of none.
        return wanted && !MattermostLocalMode.Is(Connection) ? await LicenseAsync(context).ConfigureAwait(false) : new ChatLicense { Session = Connection.Session, IsLicensed = true };
    }

    public Task RemoveAsync(CallContext context) => SendAsync(Call(RemoveLicenseFile), context);

    private async Task<ChatLicense> LicenseAsync(CallContext context)
    {
        var told = await TextsAsync(Call(GetClientLicense).Query("format", "old"), context).ConfigureAwait(false);
        return new ChatLicense
        {
            Session = Connection.Session,
            IsLicensed = told.GetValueOrDefault("IsLicensed") == "true",
            Id = told.GetValueOrDefault("Id"),
            Edition = told.GetValueOrDefault("SkuName") is { Length: > 0 } name ? name : told.GetValueOrDefault("SkuShortName"),
            Users = int.TryParse(told.GetValueOrDefault("Users"), CultureInfo.InvariantCulture, out var users) ? users : null,
            Customer = told.GetValueOrDefault("Name"),
            Company = told.GetValueOrDefault("Company"),
            Email = told.GetValueOrDefault("Email"),
            IsTrial = told.GetValueOrDefault("IsTrial") == "true",
            Features = [.. told.Where(member => member.Value == "true" && !NoFeature.Contains(member.Key)).Select(member => member.Key).Order(StringComparer.Ordinal)],
            IssuedAt = Time("IssuedAt"),
            StartsAt = Time("StartsAt"),
            ExpiresAt = Time("ExpiresAt"),
        };

        DateTimeOffset? Time(string name) =>
            long.TryParse(told.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var milliseconds) ? MattermostTime.Read(milliseconds) : null;
    }

    // What clients are told of the server is all text; other forms than the old one do not exist.
    // In local mode there are no clients to tell anything; what a server is called stands in its configuration.
    private async Task<Dictionary<string, string?>> ConfigAsync(CallContext context)
    {
        try
        {
            return await TextsAsync(Call(GetClientConfig).Query("format", "old"), context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotSupported && MattermostLocalMode.Is(Connection))
        {
            var config = await Connection.Get<MattermostServerConfigs>().ConfigAsync(context).ConfigureAwait(false);
            return new() { ["SiteName"] = config["TeamSettings"]?["SiteName"]?.ToString(), ["SiteURL"] = config["ServiceSettings"]?["SiteURL"]?.ToString() };
        }
    }

    private async Task<Dictionary<string, string?>> TextsAsync(ApiCall call, CallContext context)
    {
        var members = await ReadAsync(call, MattermostJson.Default.DictionaryStringJsonElement, context).ConfigureAwait(false);
        return members.ToDictionary(member => member.Key, member => (string?)member.Value.ToString());
    }
}
