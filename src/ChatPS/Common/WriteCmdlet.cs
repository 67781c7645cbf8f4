using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Files;

namespace ChatPS.Common;

/// <summary>
/// A cmdlet that changes things. The changes of many piped items may run side by side; their results come in the
/// order of the items all the same.
/// </summary>
public abstract class WriteCmdlet : SessionCmdlet
{
    private readonly Queue<Change> _underWay = new();

    private protected WriteCmdlet()
    {
    }

    /// <summary>How many changes may be under way at the same time. The platform's rate limit holds for all of them together.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Changes each of some items, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">
    /// Does the work for one item and gives what to emit. It must not look at the cmdlet's parameters: the next item changes them.
    /// </param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise; -WhatIf and -Confirm still hold.</param>
    /// <param name="owner">What the items belong to: if it came as an object, its session counts too.</param>
    private protected void ForEach<T>(
        IEnumerable<Identity> items, string action, Func<T, string, CallContext, Task<object?>> change, bool force = false, Identity? owner = null)
        where T : class
    {
        foreach (var item in items)
        {
            Guard(item, () =>
            {
                var (capability, id) = (Require<T>(OwnerOf(item, owner)), item.Literal);
                if (Should(item.Display, action, force))
                    Submit(item, context => change(capability, id, context));
            });
        }
    }

    /// <summary>The file that a parameter names, and whether it was given at all; given as nothing, there is to be none.</summary>
    /// <exception cref="ChatException">There is no such file, or it may not be read.</exception>
    private protected Given<FileUpload> GivenFile(string parameter, string? path)
    {
        var (name, isGiven) = Given(parameter, path);
        return new(name is null ? null : LocalFiles.ToUpload(LocalFiles.Resolve(this, name)), isGiven);
    }

    /// <summary>Says no to a change that changes nothing.</summary>
    /// <exception cref="ChatException">The change is as empty as the other one.</exception>
    private protected static void RefuseNothing<T>(T change, T nothing) where T : notnull
    {
        if (change.Equals(nothing))
            throw new ChatException(ChatErrorReason.InvalidRequest, "Nothing to change was given.")
            {
                Advice = "Give at least one of the properties that can be changed.",
            };
    }

    /// <summary>Whether to go ahead, by -WhatIf, -Confirm and -Force.</summary>
    private protected bool Should(string target, string action, bool force = false)
    {
        var asked = MyInvocation.BoundParameters.ContainsKey("Confirm");
        var isWhatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? ((SwitchParameter)given).IsPresent
            : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));
        return (force && !asked && !isWhatIf) || ShouldProcess(target, action);
    }

    /// <summary>Starts one item's change, and shows what has ended by now.</summary>
    /// <param name="target">The item, for the error if there is one.</param>
    /// <param name="change">Does the work. It must not look at the cmdlet's parameters: the next item changes them.</param>
    private protected void Submit(object? target, Func<CallContext, Task<object?>> change)
    {
        while (_underWay.Count >= ThrottleLimit)
            Finish(_underWay.Dequeue());
        _underWay.Enqueue(new Change(target, Start(change)));
        while (_underWay.TryPeek(out var first) && (ThrottleLimit == 1 || first.Work.IsCompleted))
            Finish(_underWay.Dequeue());
    }

    /// <summary>Starts the change of several items in one go. Each has an outcome of its own; what fails as a whole fails for each.</summary>
    /// <typeparam name="T">What comes of an item.</typeparam>
    /// <param name="targets">The items, for their errors if there are any.</param>
    /// <param name="change">Does the work and gives the outcomes in the order of the items.</param>
    /// <param name="wanted">Whether to emit what comes of them.</param>
    private protected void SubmitTogether<T>(
        IReadOnlyList<object> targets, Func<CallContext, Task<IReadOnlyList<Outcome<T>>>> change, bool wanted) where T : class =>
        Submit(targets, async context =>
        {
            try
            {
                var outcomes = await change(context).ConfigureAwait(false);
                return new Together([.. outcomes.Select((outcome, i) => (targets[i], wanted ? (object?)outcome.Value : null, outcome.Error))]);
            }
            catch (ChatException e)
            {
                return new Together([.. targets.Select(target => (target, (object?)null, (ChatException?)e))]);
            }
        });

    /// <summary>What a change gives to emit: its result when it is wanted.</summary>
    private protected static async Task<object?> Emit<T>(Task<T> change, bool wanted = true)
    {
        var result = await change.ConfigureAwait(false);
        return wanted ? result : null;
    }

    /// <summary>A change that has nothing to emit.</summary>
    private protected static async Task<object?> Emit(Task change)
    {
        await change.ConfigureAwait(false);
        return null;
    }

    private protected sealed override void End()
    {
        Guard(null, Last);
        while (_underWay.TryDequeue(out var change))
            Finish(change);
    }

    /// <summary>Called when the last item has come, to submit what was gathered.</summary>
    private protected virtual void Last()
    {
    }

    // An exception before the first wait belongs to the item as well.
    private async Task<object?> Start(Func<CallContext, Task<object?>> change) => await change(Context).ConfigureAwait(false);

    private void Finish(Change change) => Guard(change.Target, () =>
    {
        switch (Await(change.Work))
        {
            case Together together:
                foreach (var (target, value, error) in together.Outcomes)
                {
                    if (error is null)
                        WriteAll(value);
                    else
                        Report(error, target);
                }
                break;
            case var result:
                WriteAll(result);
                break;
        }
    });

    private void WriteAll(object? result)
    {
        if (result is not IEnumerable<ChatObject> many)
        {
            Write(result);
            return;
        }
        foreach (var item in many)
            Write(item);
    }

    private sealed record Change(object? Target, Task<object?> Work);

    private sealed record Together(IReadOnlyList<(object Target, object? Value, ChatException? Error)> Outcomes);
}
