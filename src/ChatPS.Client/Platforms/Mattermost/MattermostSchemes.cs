using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Permission schemes of teams and channels.</summary>
internal sealed class MattermostSchemes(Connection connection) : MattermostResource(connection),
    ISchemeReader, IItemCreator<NewScheme, ChatScheme>, IItemEditor<SchemeChange, ChatScheme>, IItemRemover<ChatScheme>
{
    public IAsyncEnumerable<ChatScheme> ListAsync(string? scope, PageWindow window, CallContext context) =>
        List(Call(GetSchemes).Query("scope", scope), window, MattermostJson.Default.Scheme, ToScheme, context);

    public async Task<ChatScheme> GetAsync(string scheme, CallContext context) => MattermostNames.IsId(scheme)
        ? await SchemeAsync(Call(GetScheme).Path("scheme_id", scheme), context).ConfigureAwait(false)
        : await FindAsync(scheme, context).ConfigureAwait(false);

    public Task<ChatScheme> CreateAsync(NewScheme item, CallContext context) => SchemeAsync(Call(CreateScheme)
        .Body("name", item.Name)
        .Body("display_name", item.DisplayName ?? item.Name)
        .Body("description", item.Description)
        .Body("scope", item.Scope), context);

    public async Task<ChatScheme> UpdateAsync(string item, SchemeChange change, CallContext context) => await SchemeAsync(Call(PatchScheme)
        .Path("scheme_id", await IdAsync(item, context).ConfigureAwait(false))
        .Body("name", change.Name)
        .Body("display_name", change.DisplayName)
        .Body("description", change.Description), context).ConfigureAwait(false);

    public async Task RemoveAsync(string item, CallContext context) =>
        await SendAsync(Call(DeleteScheme).Path("scheme_id", await IdAsync(item, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    /// <summary>A scheme's id, for its id or name.</summary>
    public Task<string> IdAsync(string scheme, CallContext context) =>
        Names.IdAsync("scheme", scheme, context, async () => (await FindAsync(scheme, context).ConfigureAwait(false)).Id);

    /// <summary>The same, and the server's word for none.</summary>
    public async Task<string> IdOrNoneAsync(string? scheme, CallContext context) => scheme is null ? "" : await IdAsync(scheme, context).ConfigureAwait(false);

    // No operation finds a scheme by its name.
    private Task<ChatScheme> FindAsync(string name, CallContext context) => ListAsync(null, PageWindow.All, context).FindAsync(
        scheme => scheme.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || scheme.DisplayName?.Equals(name, StringComparison.OrdinalIgnoreCase) == true,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no scheme '{name}'.") { Advice = "Get-ChatScheme lists the schemes." });

    private Task<ChatScheme> SchemeAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.Scheme, ToScheme, context);

    private ChatScheme ToScheme(Wire.Scheme scheme) => new()
    {
        Session = Connection.Session,
        Unnamed = scheme.Unnamed,
        Id = scheme.Id,
        Name = scheme.Name,
        DisplayName = scheme.DisplayName,
        Description = scheme.Description,
        Scope = scheme.Scope,
        Roles = [.. new[]
        {
            scheme.DefaultTeamAdminRole, scheme.DefaultTeamUserRole, scheme.DefaultTeamGuestRole,
            scheme.DefaultChannelAdminRole, scheme.DefaultChannelUserRole, scheme.DefaultChannelGuestRole,
        }.Select(Filled).OfType<string>()],
        TeamAdminRole = Filled(scheme.DefaultTeamAdminRole),
        TeamUserRole = Filled(scheme.DefaultTeamUserRole),
        TeamGuestRole = Filled(scheme.DefaultTeamGuestRole),
        RoomAdminRole = Filled(scheme.DefaultChannelAdminRole),
        RoomUserRole = Filled(scheme.DefaultChannelUserRole),
        RoomGuestRole = Filled(scheme.DefaultChannelGuestRole),
        CreatedAt = MattermostTime.Read(scheme.CreateAt),
        UpdatedAt = MattermostTime.Read(scheme.UpdateAt),
    };
}
