using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Roles and what they permit.</summary>
internal sealed class MattermostRoleItems(Connection connection) : Resource(connection), IRoleReader, IItemEditor<RoleChange, ChatRole>
{
    public IAsyncEnumerable<ChatRole> ListAsync(PageWindow window, CallContext context) =>
        window.Cut(ListAsync(context));

    // The server tells of all in one answer. Version 5 tells of those only that are named: those of schemes it has to be asked for by name.
    private async IAsyncEnumerable<ChatRole> ListAsync(CallContext context, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var role in await AllAsync(context).ConfigureAwait(false))
            yield return ToRole(role);
    }

    private Task<Wire.Role[]> AllAsync(CallContext context) => Connection.Abilities.TryAsync(
        GetAllRoles,
        () => RolesAsync(Call(GetAllRoles), context),
        () =>
        {
            context.Log.Verbose("The server does not list its roles: these are the built-in ones. Name the roles of schemes to see them.");
            return RolesAsync(Call(GetRolesByNames).Content(MattermostDefaultRoles.Names), context);
        });

    // Roles of schemes have names that look like ids.
    public async Task<ChatRole> GetAsync(string item, CallContext context)
    {
        if (!MattermostNames.IsId(item))
            return await RoleAsync(Call(GetRoleByName).Path("role_name", item), context).ConfigureAwait(false);
        try
        {
            return await RoleAsync(Call(GetRole).Path("role_id", item), context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
        {
            return await RoleAsync(Call(GetRoleByName).Path("role_name", item), context).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<Outcome<ChatRole>>> GetEachAsync(IReadOnlyList<string> roles, CallContext context)
    {
        if (roles.Count == 1)
            return [await Outcome.TryAsync(() => GetAsync(roles[0], context)).ConfigureAwait(false)];
        var found = (await RolesAsync(Call(GetRolesByNames).Content(roles.Distinct(StringComparer.Ordinal).ToArray()), context).ConfigureAwait(false))
            .Select(ToRole).ToDictionary(role => role.Name, StringComparer.Ordinal);
        var results = new List<Outcome<ChatRole>>(roles.Count);
        foreach (var name in roles)
        {
            results.Add(found.TryGetValue(name, out var role) ? Outcome.Of(role)
                : MattermostNames.IsId(name) ? await Outcome.TryAsync(() => RoleAsync(Call(GetRole).Path("role_id", name), context)).ConfigureAwait(false)
                : Outcome.Failed<ChatRole>(new ChatException(ChatErrorReason.NotFound, $"There is no role '{name}'.") { Advice = "Get-ChatRole lists the roles." }));
        }
        return results;
    }

    public async Task<ChatRole> UpdateAsync(string item, RoleChange change, CallContext context)
    {
        var role = await GetAsync(item, context).ConfigureAwait(false);
        var start = change.Permissions ?? role.Permissions;
        if (change.Reset)
            start = Defaults(role);
        string[] permissions = [.. start.Union(change.Add, StringComparer.Ordinal).Except(change.Remove, StringComparer.Ordinal)];
        // Nothing is sent that is so already.
        return permissions.ToHashSet(StringComparer.Ordinal).SetEquals(role.Permissions)
            ? role
            : await RoleAsync(Call(PatchRole).Path("role_id", role.Id).Body("permissions", permissions), context).ConfigureAwait(false);
    }

    private static string[] Defaults(ChatRole role) => MattermostDefaultRoles.Of(role.Name) switch
    {
        null => throw new ChatException(ChatErrorReason.InvalidRequest, $"The role '{role.Name}' is not built in, and so has nothing to go back to.")
        {
            Advice = "Give its permissions with -Permission.",
        },
        // Administrators may do all there is, also what came with a newer server than this list knows.
        var all when role.Name == MattermostPlatform.SystemAdmin => [.. role.Permissions.Union(all, StringComparer.Ordinal)],
        var those => those,
    };

    private Task<Wire.Role[]> RolesAsync(ApiCall call, CallContext context) =>
        ReadAsync(call, MattermostJson.Default.RoleArray, context);

    private Task<ChatRole> RoleAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.Role, ToRole, context);

    private ChatRole ToRole(Wire.Role role) => new()
    {
        Session = Connection.Session,
        Unnamed = role.Unnamed,
        Id = role.Id,
        Name = role.Name,
        DisplayName = role.DisplayName,
        Description = role.Description,
        Permissions = role.Permissions ?? [],
        IsSchemeManaged = role.SchemeManaged,
        IsBuiltIn = role.BuiltIn,
        CreatedAt = MattermostTime.Read(role.CreateAt),
        UpdatedAt = MattermostTime.Read(role.UpdateAt),
        DeletedAt = MattermostTime.Read(role.DeleteAt),
    };
}
