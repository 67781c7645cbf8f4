using System.Collections.Concurrent;
using ChatPS.Client.Http;

namespace ChatPS.Tests.Client;

/// <summary>Keeps what a call says.</summary>
internal sealed class Notes : ICallLog
{
    public ConcurrentQueue<string> Texts { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public void Verbose(string text) => Texts.Enqueue(text);

    public void Warning(string text) => Warnings.Enqueue(text);

    public void Waiting(TimeSpan delay, string reason)
    {
        Texts.Enqueue(reason);
        Waits.Enqueue(delay);
    }
}
