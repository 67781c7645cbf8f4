namespace ChatPS.Client.Http;

/// <summary>Where a call tells what it is doing. May be called from any thread.</summary>
internal interface ICallLog
{
    void Verbose(string text);

    void Warning(string text);

    /// <summary>The call stands still for a while, and why.</summary>
    void Waiting(TimeSpan delay, string reason);

    /// <summary>How many bytes of something large are done; the last call has all of them.</summary>
    void Progress(string activity, long done, long? total)
    {
    }
}
