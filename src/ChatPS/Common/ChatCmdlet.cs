using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Host;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>
/// What every cmdlet of the module stands on: it waits for the client on the pipeline's thread, where Ctrl+C and
/// records can be heard, and turns failures into error records.
/// </summary>
public abstract class ChatCmdlet : PSCmdlet, IDisposable
{
    // How long a record from another thread may lie before it is shown.
    private const int SliceMilliseconds = 50;

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<Action> _records = new();
    private HashSet<string> _named = [];
    private CallContext? _context;

    private protected ChatCmdlet()
    {
    }

    /// <summary>Ends what is under way; the engine calls it on Ctrl+C, from another thread.</summary>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _named = [.. MyInvocation.BoundParameters.Keys];
        Guard(null, Begin);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        Guard(null, () =>
        {
            CheckInput();
            Process();
        });
        // The engine keeps what the last object gave among what is bound, though the next one gives something else.
        foreach (var parameter in Piped.ToList())
            MyInvocation.BoundParameters.Remove(parameter);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(null, End);

    private protected virtual void Begin()
    {
    }

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    /// <summary>What the client's calls of this cmdlet share.</summary>
    private protected CallContext Context => _context ??= new CallContext(new RecordLog(this), _stopping.Token) { Retry = CallRetry };

    private protected virtual ChatRetryPolicy? CallRetry => null;

    /// <summary>A parameter's value, and whether it was given at all: $null given is a wish of its own. An empty text counts as $null.</summary>
    private protected Given<T> Given<T>(string parameter, T? value) =>
        new(value is string { Length: 0 } ? default : value, MyInvocation.BoundParameters.ContainsKey(parameter));

    /// <summary>What a switch says; null when it was not given.</summary>
    private protected bool? Given(string parameter, SwitchParameter value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value.IsPresent : null;

    /// <summary>Whether a piped object gave this parameter.</summary>
    private protected bool IsPiped(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter) && !_named.Contains(parameter);

    /// <summary>The parameters that the piped object gave.</summary>
    private protected IEnumerable<string> Piped => MyInvocation.BoundParameters.Keys.Where(parameter => !_named.Contains(parameter));

    /// <summary>Says no to an object that was piped in vain.</summary>
    private protected virtual void CheckInput()
    {
    }

    /// <summary>Whether to go ahead, by -WhatIf and -Confirm.</summary>
    /// <exception cref="ChatException">It has to be asked, and the host cannot.</exception>
    private protected new bool ShouldProcess(string? target, string action)
    {
        try
        {
            return base.ShouldProcess(target, action);
        }
        // Hosts say it in as many ways as there are hosts, down to a reference to nothing; the answer No or a stop comes as an exception of the engine's.
        catch (Exception e) when (e is HostException or not RuntimeException)
        {
            ThrowTerminatingError(ErrorRecords.Of(CannotAsk(target, action, e), target, Masked));
            return false;
        }
    }

    private ChatException CannotAsk(string? target, string action, Exception cause)
    {
        var ways = MyInvocation.MyCommand.Parameters.ContainsKey("Force") ? "-Force, or -Confirm:$false" : "-Confirm:$false";
        return new(ChatErrorReason.InvalidRequest, $"The host cannot ask whether to do this: {action} '{target}'. Give {ways}.", cause)
        {
            Advice = $"Give {ways} where nobody can be asked.",
        };
    }

    /// <summary>Waits for a task, showing what it reports meanwhile.</summary>
    private protected T Await<T>(Task<T> task)
    {
        Await((Task)task);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a task, showing what it reports meanwhile.</summary>
    private protected void Await(Task task)
    {
        try
        {
            while (Task.WaitAny([task], SliceMilliseconds, CancellationToken.None) < 0)
                ShowRecords();
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!_stopping.IsCancellationRequested)
                ShowRecords();
        }
    }

    /// <summary>
    /// Writes every item as it comes. When nobody downstream wants more, the engine throws through here: the request
    /// under way is ended with the enumeration.
    /// </summary>
    private protected long WriteEach<T>(Func<CallContext, IAsyncEnumerable<T>> list, Func<T, bool>? where = null, long limit = long.MaxValue)
    {
        return TakeEach(list, Take, limit);

        bool Take(T item)
        {
            if (where?.Invoke(item) == false)
                return false;
            Write(item);
            return true;
        }
    }

    /// <summary>Does something with every item as it comes, until there are enough of those that count. The request under way is ended with the enumeration.</summary>
    /// <param name="list">The items.</param>
    /// <param name="take">Does something with one, and tells whether it counts.</param>
    /// <param name="limit">How many are enough.</param>
    /// <returns>How many counted.</returns>
    private protected long TakeEach<T>(Func<CallContext, IAsyncEnumerable<T>> list, Func<T, bool> take, long limit)
    {
        using var walk = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var items = list(Context with { Cancellation = walk.Token }).GetAsyncEnumerator(walk.Token);
        var taken = 0L;
        Task<bool>? step = null;
        try
        {
            while (taken < limit && Await(step = items.MoveNextAsync().AsTask()))
            {
                if (take(items.Current))
                    taken++;
            }
        }
        finally
        {
            walk.Cancel();
            // A step that was left in the middle, as when a warning ends the command, must end before the walk can.
            if (step is not null)
                Task.WaitAny([step], CancellationToken.None);
            Task.WaitAny([items.DisposeAsync().AsTask()], CancellationToken.None);
        }
        return taken;
    }

    /// <summary>Writes one object, with everything the server said of it.</summary>
    private protected virtual void Write(object? value)
    {
        if (value is not null)
            WriteObject(value is ChatObject item ? ObjectWriter.Complete(item) : value);
    }

    /// <summary>
    /// Does one item's work. What goes wrong with it is its own affair, and the items after it get their turn, unless
    /// it would go wrong with them just the same.
    /// </summary>
    private protected void Guard(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (ChatException e)
        {
            Report(e, target);
        }
    }

    private protected void Report(ChatException error, object? target)
    {
        if (ErrorRecords.IsFatal(error))
            ThrowTerminatingError(ErrorRecords.Of(error, target, Masked));
        WriteError(ErrorRecords.Of(error, target, Masked));
    }

    /// <summary>A text without the secrets that the session knows.</summary>
    private protected virtual string Masked(string text) => text;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the cmdlet holds.</summary>
    /// <param name="disposing">Always true here.</param>
    protected virtual void Dispose(bool disposing)
    {
        // What an error of the pipeline left under way ends here.
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void ShowRecords()
    {
        while (_records.TryDequeue(out var show))
            show();
    }

    /// <summary>Keeps what other threads report until the pipeline's thread can show it.</summary>
    private sealed class RecordLog(ChatCmdlet cmdlet) : ICallLog
    {
        // Shorter waits are over before anybody could read of them.
        private static readonly TimeSpan WorthProgress = TimeSpan.FromSeconds(2);

        public void Verbose(string text) => cmdlet._records.Enqueue(() => cmdlet.WriteVerbose(text));

        public void Warning(string text) => cmdlet._records.Enqueue(() => cmdlet.WriteWarning(text));

        public void Waiting(TimeSpan delay, string reason)
        {
            Verbose($"Waiting {delay.TotalSeconds:0.##} seconds {reason}.");
            if (delay < WorthProgress)
                return;
            cmdlet._records.Enqueue(() => cmdlet.WriteProgress(new ProgressRecord(0, cmdlet.MyInvocation.MyCommand.Name, $"Waiting {reason}")
            {
                SecondsRemaining = (int)Math.Ceiling(delay.TotalSeconds),
            }));
        }

        public void Progress(string activity, long done, long? total) =>
            cmdlet._records.Enqueue(() => cmdlet.WriteProgress(new ProgressRecord(1, activity, $"{done / 1048576.0:0.#} MB")
            {
                PercentComplete = total is > 0 ? (int)(done * 100 / total.Value) : -1,
                RecordType = done == total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            }));
    }
}
