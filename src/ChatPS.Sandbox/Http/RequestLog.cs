using System.Text;

namespace ChatPS.Sandbox.Http;

/// <summary>The last requests of a server and how many are under way.</summary>
internal sealed class RequestLog(int capacity)
{
    private const int MaxBody = 65_536;
    private readonly Queue<SandboxRequestRecord> _records = new();
    private int _active;

    public int Active => Volatile.Read(ref _active);

    public IReadOnlyList<SandboxRequestRecord> Snapshot()
    {
        lock (_records)
            return _records.ToArray();
    }

    public void Clear()
    {
        lock (_records)
            _records.Clear();
    }

    public Entry Begin(string platform, SandboxRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span[..Math.Min(MaxBody, request.Body.Length)]);
        var record = new SandboxRequestRecord(platform, request.Time, request.Method, request.Target, request.Headers.Items, body);
        lock (_records)
        {
            _records.Enqueue(record);
            while (_records.Count > capacity)
                _records.Dequeue();
        }

        Interlocked.Increment(ref _active);
        return new(this, record);
    }

    /// <summary>A request under way; disposed when its answer is out.</summary>
    public readonly struct Entry(RequestLog log, SandboxRequestRecord record) : IDisposable
    {
        public SandboxRequestRecord Record => record;

        public void Dispose() => Interlocked.Decrement(ref log._active);
    }
}
