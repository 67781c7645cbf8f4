using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Changes teams. What is not given stays as it is; an empty text clears a thing.</summary>
[Cmdlet(VerbsCommon.Set, "ChatTeam", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeam))]
public sealed class SetChatTeamCommand : WriteCmdlet
{
    /// <summary>The teams: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>The new name that addresses the team (Heroku). Elsewhere that name never changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new name people see. The name that addresses a team stays as it is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the team is about; an empty text takes the description away.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Lets everybody on the server join, or with $false only those who are invited.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Archives the team, or with $false brings it back. Other changes are made while it is there.</summary>
    [Parameter]
    public SwitchParameter Archived { get; set; }

    /// <summary>Has your new apps go to this team from now on, or with $false no longer (Heroku). It is your own affair and changes nothing for others.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <summary>Has the link by which people join the team be another one; who has the old one cannot join with it (Mattermost).</summary>
    [Parameter]
    public SwitchParameter RenewInvite { get; set; }

    /// <summary>The file of the team's new picture, a JPEG, PNG or GIF (HipChat, Mattermost); $null or an empty text for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Avatar { get; set; }

    /// <summary>The permission scheme of the team: its id, its name or the object; $null or an empty text for the server's own roles (Mattermost).</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity? Scheme { get; set; }

    /// <summary>Lets only members of the groups in that are tied to the team, or with $false everybody again (Mattermost).</summary>
    [Parameter]
    public SwitchParameter GroupConstrained { get; set; }

    /// <summary>Emits the changed teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new TeamChange
        {
            Name = Name,
            DisplayName = DisplayName,
            Description = Description,
            Open = Given(nameof(Open), Open),
            Archived = Given(nameof(Archived), Archived),
            Default = Given(nameof(Default), Default),
            Scheme = Given(nameof(Scheme), Scheme?.Literal),
            GroupConstrained = Given(nameof(GroupConstrained), GroupConstrained),
            Avatar = GivenFile(nameof(Avatar), Avatar),
            RenewInvite = RenewInvite,
        };
        RefuseNothing(change, new TeamChange());
        var passThru = PassThru.IsPresent;
        ForEach<ITeamEditor>(Team!, "Change team", (teams, team, context) => Emit(teams.UpdateAsync(team, change, context), passThru));
    }
}
