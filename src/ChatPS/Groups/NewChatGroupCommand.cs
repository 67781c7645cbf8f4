using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Groups;

/// <summary>Makes a group of users and emits it. Groups of the directory are linked with Connect-ChatLdapGroup instead.</summary>
[Cmdlet(VerbsCommon.New, "ChatGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroup))]
public sealed class NewChatGroupCommand : WriteCmdlet
{
    /// <summary>The name by which messages mention the group: lower case letters, digits, points, hyphens and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameTransformation]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The name people see; left out, the name itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DisplayName { get; set; }

    /// <summary>What the group is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>The first members: ids, user names, e-mail addresses, me, or objects.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Lets messages mention the group; so it is when this is left out, and with $false they may not.</summary>
    [Parameter]
    public SwitchParameter AllowMention { get; set; }

    private protected override void Process()
    {
        var group = new NewGroup
        {
            Name = Name!,
            DisplayName = DisplayName,
            Description = Description,
            Users = [.. (User ?? []).Select(user => user.Ref)],
            AllowMention = Given(nameof(AllowMention), AllowMention),
        };
        Guard(group.Name, () =>
        {
            var groups = Require<IItemCreator<NewGroup, ChatGroup>>(User?.FirstOrDefault());
            if (Should(group.Name, "Create group"))
                Submit(group.Name, context => Emit(groups.CreateAsync(group, context)));
        });
    }
}
