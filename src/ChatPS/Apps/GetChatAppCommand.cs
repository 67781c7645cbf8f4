using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Gets apps: one by its id or name, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatApp", SupportsPaging = true)]
[OutputType(typeof(ChatApp))]
public sealed class GetChatAppCommand : OrderedGetCmdlet
{
    /// <summary>The apps: ids, names or patterns. Left out, all that the account sees.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>
    /// The team whose apps are wanted; left out, the session's. With an app's name, the app is read as the team's, and on Heroku tells also
    /// whether it is locked and whether you have joined it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Only the apps that this user owns or works on (Heroku): an id, an e-mail address, or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>Only the apps that you own or work on (Heroku).</summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    private protected override void Process()
    {
        if (App is null)
        {
            var apps = Require<IAppReader>(OwnerOf(Team, User));
            WriteList((window, context) => apps.ListAsync(Filter, window, context));
            return;
        }
        foreach (var app in App)
            Guard(app, () => WriteOne(app));
    }

    private AppFilter Filter => new() { Team = Team?.Value, User = Me ? UserRef.Me : User?.Ref };

    private void WriteOne(AppIdentity app)
    {
        var apps = Require<IAppReader>(OwnerOf(app, Team));
        if (app.IsPattern)
            WriteList((window, context) => apps.ListAsync(Filter, window, context), found => app.Fits(found.Name));
        else
            Write(Await(apps.GetAsync(app.Literal, Team?.Value, Context)));
    }
}
