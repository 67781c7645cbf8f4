using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Roles;

/// <summary>Gets roles and what they permit. Roles that are named are looked up together.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRole", SupportsPaging = true)]
[OutputType(typeof(ChatRole))]
public sealed class GetChatRoleCommand : GetCmdlet
{
    private readonly Dictionary<IRoleReader, List<string>> _gathered = [];

    /// <summary>The roles: names, ids, objects, or patterns that fit a name. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleId", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public RoleIdentity[]? Role { get; set; }

    /// <summary>Only roles that permit this, such as create_team.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Permission { get; set; }

    private protected override void Process()
    {
        foreach (var role in Role ?? [null!])
        {
            Guard(role, () =>
            {
                var roles = Require<IRoleReader>(role);
                if (role is null)
                    WriteList(roles.ListAsync, Condition);
                else if (role.IsPattern)
                    WriteList(roles.ListAsync, found => role.Fits(found.Name, found.DisplayName) && Condition?.Invoke(found) != false);
                else
                    Gather(roles, role.Literal);
            });
        }
    }

    private Func<ChatRole, bool>? Condition => Permission is { } permission ? role => role.Permissions.Contains(permission) : null;

    private void Gather(IRoleReader roles, string name)
    {
        if (!_gathered.TryGetValue(roles, out var names))
            _gathered[roles] = names = [];
        names.Add(name);
    }

    private protected override void End()
    {
        foreach (var (roles, names) in _gathered)
        {
            foreach (var (name, outcome) in names.Zip(Await(roles.GetEachAsync(names, Context))))
            {
                if (outcome.Error is { } error)
                    Report(error, name);
                else if (Condition?.Invoke(outcome.Value!) != false)
                    Write(outcome.Value);
            }
        }
    }
}
