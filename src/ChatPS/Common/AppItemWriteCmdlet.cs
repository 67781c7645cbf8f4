using System.Management.Automation;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Common;

/// <summary>A cmdlet that changes what belongs to an app.</summary>
public abstract class AppItemWriteCmdlet : WriteCmdlet
{
    private protected AppItemWriteCmdlet()
    {
    }

    /// <summary>The app: its id, its name or the object. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>Changes each of some things of the app, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="items">The things. Those that came as objects tell their app themselves, unless one was named.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one thing, of an app, and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void ForEachItem<T>(
        IEnumerable<Identity> items, string action, Func<T, string, string, CallContext, Task<object?>> change, bool force = false) where T : class
    {
        foreach (var item in items)
        {
            Guard(item, () =>
            {
                var capability = Require<T>(OwnerOf(App, item));
                var (app, id) = (AppOf(item), item.Literal);
                if (Should($"{item.Display} of {DisplayOf(app, item)}", action, force))
                    Submit(item, context => change(capability, app, id, context));
            });
        }
    }

    /// <summary>Does something to the app, or adds to it.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="target">What it is done to, for -WhatIf, -Confirm and the error if there is one.</param>
    /// <param name="action">What is done.</param>
    /// <param name="change">Does the work. It must not look at the cmdlet's parameters: the next item changes them.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    /// <param name="added">What is added, where it exists already: if it came as an object, its session counts.</param>
    private protected void ForApp<T>(
        string? target, string action, Func<T, string, CallContext, Task<object?>> change, bool force = false, Identity? added = null) where T : class
    {
        Guard(target, () =>
        {
            var owner = OwnerOf(App, added);
            var capability = Require<T>(owner);
            var app = ConnectionFor(owner).Session.AppOr(App?.Literal);
            if (Should(target is null ? App?.Display ?? app : $"{target} of {App?.Display ?? app}", action, force))
                Submit(target ?? app, context => change(capability, app, context));
        });
    }

    /// <summary>Adds to what is to be done to the app in one go, once the last item has come.</summary>
    /// <param name="batches">What there is so far.</param>
    /// <param name="item">A part of the change.</param>
    /// <param name="owner">What the part was made of; an object tells its app itself.</param>
    private protected void Gather<T, TItem>(AppBatches<T, TItem> batches, TItem item, Identity? owner = null) where T : class
    {
        var capability = Require<T>(OwnerOf(App, owner));
        var app = AppOf(owner);
        batches.Add(capability, app, DisplayOf(app, owner), item);
    }

    /// <summary>Changes each app by what was gathered for it, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <param name="batches">What was gathered.</param>
    /// <param name="describe">What a part changes, for -WhatIf and -Confirm.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one app and gives what to emit.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void SubmitEach<T, TItem>(
        AppBatches<T, TItem> batches,
        Func<TItem, string> describe,
        string action,
        Func<T, string, IReadOnlyList<TItem>, CallContext, Task<object?>> change,
        bool force = false) where T : class
    {
        foreach (var batch in batches.All)
        {
            Guard(batch.App, () =>
            {
                if (Should($"{string.Join(", ", batch.Items.Select(describe))} of {batch.Display}", action, force))
                    Submit(batch.App, context => change(batch.Capability, batch.App, batch.Items, context));
            });
        }
    }

    // An app that was named is meant, wherever the thing came from: variables, process types and features have their names in every app.
    private string AppOf(Identity? item) => App?.Literal ?? item?.AppId ?? ConnectionFor(OwnerOf(App, item)).Session.AppOr(null);

    private string DisplayOf(string app, Identity? item = null) => (item?.AppId == app ? item.AppName : null) ?? App?.Display ?? app;
}
