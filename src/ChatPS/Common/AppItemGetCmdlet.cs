using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Common;

/// <summary>A cmdlet that gets what belongs to an app.</summary>
public abstract class AppItemGetCmdlet : OrderedGetCmdlet
{
    private AppIdentity? _app;

    private protected AppItemGetCmdlet()
    {
    }

    /// <summary>The apps to look in: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>Writes what each app has: all of it, the ones that were named, or those whose names fit.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    /// <param name="where">What else a thing must be; null for nothing.</param>
    private protected void WriteItems<T>(Identity[]? items, Func<T, string?[]> names, Func<T, bool>? where = null) =>
        WriteItems(items, names, app => Require<IAppItemReader<T>>(app), where);

    /// <summary>Writes what each app has of a kind that the platform reads in more ways than one.</summary>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    /// <param name="readerFor">What reads them for an app.</param>
    /// <param name="where">What else a thing must be; null for nothing.</param>
    private protected void WriteItems<T>(
        Identity[]? items, Func<T, string?[]> names, Func<AppIdentity, IAppItemReader<T>> readerFor, Func<T, bool>? where = null) => WriteItems(
        items,
        names,
        readerFor,
        (reader, app, window, context) => reader.ListAsync(app, window, context),
        (reader, app, item, context) => reader.GetAsync(app, item, context),
        where);

    /// <summary>The same for things that are read in a way of their own.</summary>
    /// <typeparam name="TReader">What the platform must be able to do.</typeparam>
    /// <typeparam name="T">The kind of thing.</typeparam>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    /// <param name="list">Lists what an app has.</param>
    /// <param name="get">Gets one thing of an app.</param>
    /// <param name="where">What else a thing must be; null for nothing.</param>
    private protected void WriteItems<TReader, T>(
        Identity[]? items,
        Func<T, string?[]> names,
        Func<TReader, string, PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<TReader, string, string, CallContext, Task<T>> get,
        Func<T, bool>? where = null)
        where TReader : class => WriteItems(items, names, app => Require<TReader>(app), list, get, where);

    /// <summary>Writes things that belong to an app or, on other platforms, to nobody but the team: without an app they are asked for all the same.</summary>
    /// <typeparam name="TReader">What the platform must be able to do.</typeparam>
    /// <typeparam name="T">The kind of thing.</typeparam>
    /// <param name="items">What was asked for; null for all.</param>
    /// <param name="names">The names of one thing that a pattern may fit.</param>
    /// <param name="owner">What else tells whose they are: if it came as an object, its session counts.</param>
    /// <param name="list">Lists what an app has, or there is.</param>
    /// <param name="get">Gets one thing.</param>
    private protected void WriteItemsOfAny<TReader, T>(
        Identity[]? items,
        Func<T, string?[]> names,
        Identity? owner,
        Func<TReader, AppIdentity?, PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<TReader, AppIdentity?, string, CallContext, Task<T>> get)
        where TReader : class
    {
        foreach (var app in App ?? [null!])
        {
            Guard(app?.Value ?? owner?.Value, () =>
            {
                var reader = Require<TReader>(OwnerOf(app, owner));
                WriteItemsOf(app, items, names, (window, context) => list(reader, app, window, context), (item, context) => get(reader, app, item, context), null);
            });
        }
    }

    private void WriteItems<TReader, T>(
        Identity[]? items,
        Func<T, string?[]> names,
        Func<AppIdentity, TReader> readerFor,
        Func<TReader, string, PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<TReader, string, string, CallContext, Task<T>> get,
        Func<T, bool>? where)
    {
        foreach (var app in AppsOrDefault(App))
        {
            Guard(app, () =>
            {
                var reader = readerFor(app);
                WriteItemsOf(app, items, names, (window, context) => list(reader, app.Literal, window, context), (item, context) => get(reader, app.Literal, item, context), where);
            });
        }
    }

    private void WriteItemsOf<T>(
        AppIdentity? app,
        Identity[]? items,
        Func<T, string?[]> names,
        Func<PageWindow, CallContext, IAsyncEnumerable<T>> list,
        Func<string, CallContext, Task<T>> get,
        Func<T, bool>? where)
    {
        _app = app;
        // Positions count before the pipeline: what was meant for the thing itself may have come here.
        if (app is { IsPattern: true, Session: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{app}' is a pattern, and -App takes ids, names and objects.")
            {
                Advice = "Pipe the apps in from Get-ChatApp, and give what belongs to them by the name of its own parameter.",
            };
        WriteItems(items, list, get, names, where);
    }

    private protected sealed override void Write(object? value)
    {
        // An app that was piped has its name with it, where the platform's answer has not.
        if (value is IAppPart { AppId: not null, AppName: null } item && _app is { Session: not null } app)
            item.AppName = app.Display;
        base.Write(value);
    }
}
