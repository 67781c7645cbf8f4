using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;

namespace ChatPS.Common;

/// <summary>A cmdlet that gets what belongs to an app.</summary>
public abstract class AppItemGetCmdlet : OrderedGetCmdlet
{
    private protected AppItemGetCmdlet()
    {
    }

    /// <summary>The apps to look in: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The apps that were named, or else the session's default one.</summary>
    /// <exception cref="ChatException">None was named, and the session has no default.</exception>
    private protected AppIdentity[] Apps => App ?? [new AppIdentity(ConnectionFor().Session.AppOr(null))];

    /// <summary>Writes what each app has: all of it, the ones that were named, or those whose names fit.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    /// <param name="where">What else a thing must be; null for nothing.</param>
    private protected void WriteItems<T>(Identity[]? items, Func<T, string?[]> names, Func<T, bool>? where = null)
    {
        foreach (var app in Apps)
        {
            Guard(app.Value, () =>
            {
                var reader = Require<IAppItemReader<T>>(app);
                if (items is null)
                    WriteList((window, context) => reader.ListAsync(app.Literal, window, context), where);
                foreach (var item in items ?? [])
                    Guard(item.Value, () => WriteItem(reader, app, item, names, where));
            });
        }
    }

    private void WriteItem<T>(IAppItemReader<T> reader, AppIdentity app, Identity item, Func<T, string?[]> names, Func<T, bool>? where)
    {
        if (item.IsPattern)
            WriteList((window, context) => reader.ListAsync(app.Literal, window, context), found => item.Fits(names(found)) && where?.Invoke(found) != false);
        else if (Await(reader.GetAsync(app.Literal, item.Literal, Context)) is var found && where?.Invoke(found) != false)
            Write(found);
    }
}
