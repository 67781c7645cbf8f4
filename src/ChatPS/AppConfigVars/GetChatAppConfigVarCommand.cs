using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.AppConfigVars;

/// <summary>Gets the variables of apps' configurations.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppConfigVar", SupportsPaging = true)]
[OutputType(typeof(ChatAppConfigVar), typeof(Hashtable))]
public sealed class GetChatAppConfigVarCommand : GetCmdlet
{
    /// <summary>The apps to look in: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The variables: names or patterns, in which case does not count. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppConfigVarName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigVarCompleter))]
    public ConfigVarIdentity[]? ConfigVar { get; set; }

    /// <summary>The release whose variables are wanted: its version, its id or the object. Left out, the variables as they are now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AppReleaseId")]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseIdentity? Release { get; set; }

    /// <summary>Emits one hashtable for each app, with the values by their names, in which case counts.</summary>
    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    private protected override void Process()
    {
        foreach (var app in App ?? [new AppIdentity(ConnectionFor().Session.AppOr(null))])
            Guard(app, () => WriteVariables(app));
    }

    private void WriteVariables(AppIdentity app)
    {
        var all = Await(Require<IConfigVarReader>(OwnerOf(app, Release)).ListAsync(app.Literal, Release?.Literal, Context));
        foreach (var name in ConfigVar ?? [])
        {
            if (!name.IsPattern && !all.Any(variable => name.Fits(variable.Name)))
                Report(NotFound(app, name), name.Value);
        }
        var wanted = all.Where(variable => ConfigVar is null || ConfigVar.Any(name => name.Fits(variable.Name))).ToArray();
        if (AsHashtable)
        {
            WriteObject(new Hashtable(wanted.ToDictionary(variable => variable.Name, variable => variable.Value), StringComparer.Ordinal));
            return;
        }
        if (PagingParameters.IncludeTotalCount)
            WriteObject(PagingParameters.NewTotalCount((ulong)wanted.Length, 1));
        foreach (var variable in wanted.Skip((int)Math.Min(Skip, int.MaxValue)).Take((int)Math.Min(First ?? int.MaxValue, int.MaxValue)))
        {
            // The answer does not tell the app's name; one that was piped has it.
            if (app.Session is not null)
                variable.AppName ??= app.Display;
            Write(variable);
        }
    }

    private static ChatException NotFound(AppIdentity app, ConfigVarIdentity name) => new(ChatErrorReason.NotFound, $"The app {app.Display} has no config var {name.Literal}.")
    {
        Advice = "Check the name: without one, Get-ChatAppConfigVar lists all that the app has.",
    };
}
