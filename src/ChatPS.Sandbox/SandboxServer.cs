using System.Net;
using System.Net.Sockets;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms;

namespace ChatPS.Sandbox;

/// <summary>
/// Chat platforms in memory, each on a loopback port of its own, speaking real HTTP: for tours, rehearsals and tests.
/// Stopping it forgets all data.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly List<Listener> _listeners = [];
    private readonly List<SandboxService> _services = [];
    private readonly RequestLog _log;
    private int _stopped;

    private SandboxServer(SandboxOptions options) => _log = new(options.RequestLogCapacity);

    /// <summary>The names of the platforms that a sandbox can serve.</summary>
    public static IReadOnlyList<string> Platforms { get; } = [.. SandboxPlatforms.All.Keys];

    /// <summary>The running services.</summary>
    public IReadOnlyList<SandboxService> Services => _services;

    /// <summary>The requests received so far by all services, oldest first, up to the capacity of the options.</summary>
    public IReadOnlyList<SandboxRequestRecord> Requests => _log.Snapshot();

    /// <summary>How many requests are being answered at this moment.</summary>
    public int ActiveRequests => _log.Active;

    /// <summary>Whether the server still listens.</summary>
    public bool IsRunning => Volatile.Read(ref _stopped) == 0;

    /// <summary>The running service of a platform.</summary>
    /// <param name="platform">The platform's name, in any case.</param>
    /// <returns>The service.</returns>
    /// <exception cref="KeyNotFoundException">The platform isn't served.</exception>
    public SandboxService this[string platform] =>
        _services.Find(service => service.Platform.Equals(platform, StringComparison.OrdinalIgnoreCase))
        ?? throw new KeyNotFoundException($"This sandbox doesn't serve {platform}.");

    /// <summary>Seeds the data and starts to listen.</summary>
    /// <param name="options">What to serve; the defaults when null.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentException">A platform's name is unknown.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The chosen port is taken.</exception>
    public static SandboxServer Start(SandboxOptions? options = null) => Start(options ?? new(), SandboxPlatforms.All);

    /// <summary>Starts with other services than the sandbox's own.</summary>
    internal static SandboxServer Start(SandboxOptions options, IReadOnlyDictionary<string, Func<SandboxOptions, SandboxService>> services)
    {
        var names = options.Platforms is { Count: > 0 } chosen ? chosen : Platforms;
        var server = new SandboxServer(options);
        try
        {
            foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
                server.Serve(name, options, services);
        }
        catch
        {
            server.StopAsync().GetAwaiter().GetResult();
            throw;
        }

        return server;
    }

    /// <summary>Forgets the requests received so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops listening, ends streams and stalled answers, lets answers under way finish and frees the ports.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        await Task.WhenAll(Listeners().Select(listener => listener.DisposeAsync().AsTask())).ConfigureAwait(false);
        // Only requests begin such work, and there are none any more.
        await Task.WhenAll(_services.Select(service => service.Background.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="StopAsync"/>.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private void Serve(string name, SandboxOptions options, IReadOnlyDictionary<string, Func<SandboxOptions, SandboxService>> services)
    {
        if (!services.TryGetValue(name, out var create))
            throw new ArgumentException($"There is no sandbox for {name}; there are {string.Join(", ", Platforms)}.", nameof(options));
        var service = create(options);
        var port = options.Port == 0 ? 0 : options.Port + _listeners.Count;
        var listener = new Listener(new IPEndPoint(IPAddress.Loopback, port), socket => new(socket, service, _log, options.TimeProvider));
        _listeners.Add(listener);
        service.BaseUri = new($"http://127.0.0.1:{listener.Port}/");
        service.LocalSocketOpener = new(() => OpenLocal(service, options));
        _services.Add(service);
    }

    // Only when somebody asks for it: it is a file, which a process that is killed leaves behind.
    private string OpenLocal(SandboxService service, SandboxOptions options)
    {
        // Such paths have to be short.
        var path = Path.Combine(Path.GetTempPath(), $"chatps_{service.BaseUri.Port}.socket");
        File.Delete(path);
        lock (_listeners)
        {
            ObjectDisposedException.ThrowIf(!IsRunning, this);
            _listeners.Add(new Listener(new UnixDomainSocketEndPoint(path), socket => new(socket, service, _log, options.TimeProvider)));
        }
        return path;
    }

    private List<Listener> Listeners()
    {
        lock (_listeners)
            return [.. _listeners];
    }
}
