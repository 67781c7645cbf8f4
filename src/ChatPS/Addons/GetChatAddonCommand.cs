using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Addons;

/// <summary>Gets add-ons: of an app, of a team, of a user, or all that the account sees.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAddon", SupportsPaging = true, DefaultParameterSetName = ByApp)]
[OutputType(typeof(ChatAddon))]
public sealed class GetChatAddonCommand : OrderedGetCmdlet
{
    private const string ByApp = "App";
    private const string ByTeam = "Team";
    private const string ByUser = "User";
    private const string Mine = "Me";

    /// <summary>
    /// The apps whose add-ons are wanted: ids, names or objects. Left out, add-ons are listed for the session's default app, or else for
    /// its default team, or else for all apps that the account sees; a named add-on is found whatever app it belongs to.
    /// </summary>
    [Parameter(ParameterSetName = ByApp, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The add-ons: ids, names or patterns. Left out, all.</summary>
    [Parameter(ParameterSetName = ByApp, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    /// <summary>The teams whose apps' add-ons are wanted: ids, names or objects.</summary>
    [Parameter(ParameterSetName = ByTeam, Mandatory = true)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>The user whose apps' add-ons are wanted, the apps being those that the user owns or works on: an id, an e-mail address, or the object.</summary>
    [Parameter(ParameterSetName = ByUser, Mandatory = true)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>Only the add-ons of the apps that you own or work on, whatever app or team the session falls back to.</summary>
    [Parameter(ParameterSetName = Mine, Mandatory = true)]
    public SwitchParameter Me { get; set; }

    private protected override void Process()
    {
        if (Team is not null)
        {
            foreach (var team in Team)
                Guard(team, () => WriteFound(Require<IAddonReader>(team), new AddonFilter { Team = team.Literal }));
        }
        else if (User is not null || Me)
        {
            WriteFound(Require<IAddonReader>(User), new AddonFilter { User = User?.Ref ?? UserRef.Me });
        }
        else if (App is not null)
        {
            foreach (var app in App)
                Guard(app, () => WriteNamed(app));
        }
        else
        {
            WriteNamed(null);
        }
    }

    private void WriteFound(IAddonReader addons, AddonFilter filter) => WriteList((window, context) => addons.ListAsync(filter, window, context));

    private void WriteNamed(AppIdentity? app)
    {
        var addons = Require<IAddonReader>(OwnerOf(app, Addon?.FirstOrDefault(addon => addon.Session is not null)));
        var filter = new AddonFilter { App = app?.Literal };
        WriteItems(
            Addon,
            (window, context) => addons.ListAsync(filter, window, context),
            (addon, context) => addons.GetAsync(addon, app?.Literal, context),
            addon => [addon.Name]);
    }
}
