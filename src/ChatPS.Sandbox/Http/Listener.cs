using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ChatPS.Sandbox.Http;

/// <summary>Accepts connections on a loopback port, or on a socket in the file system, and serves each by a task of its own.</summary>
/// <remarks>
/// A socket rather than the framework's HttpListener, which outside Windows folds repeated header lines into one, unescapes paths before
/// it shows them and answers only to the host name it was bound to.
/// </remarks>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<HttpConnection, Task> _connections = new();
    private readonly Task _accepting;

    public Listener(EndPoint place, Func<Socket, HttpConnection> connect)
    {
        // Only a socket that is known to be TCP's may take a port that connections which have ended still hold.
        _socket = new(place.AddressFamily, SocketType.Stream, place is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            _socket.Bind(place);
            _socket.Listen(512);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        Port = (_socket.LocalEndPoint as IPEndPoint)?.Port ?? 0;
        _accepting = Task.Run(() => AcceptAsync(connect));
    }

    /// <summary>The port; 0 on a socket in the file system.</summary>
    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Dispose();
        await _accepting;
        var open = Task.WhenAll(_connections.Values);
        if (await Task.WhenAny(open, Task.Delay(Grace)) != open)
        {
            foreach (var connection in _connections.Keys)
                connection.Abort();
            await open;
        }

        _stopping.Dispose();
    }

    private async Task AcceptAsync(Func<Socket, HttpConnection> connect)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var connection = connect(await _socket.AcceptAsync(_stopping.Token));
                var running = Task.Run(() => connection.RunAsync(_stopping.Token));
                _connections[connection] = running;
                _ = running.ContinueWith(_ => _connections.TryRemove(connection, out Task? _), TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that gave up while it was being accepted, or the listening socket closing: the loop's condition decides.
            }
        }
    }
}
