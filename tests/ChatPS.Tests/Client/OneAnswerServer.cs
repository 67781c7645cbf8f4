using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ChatPS.Tests.Client;

/// <summary>
/// Gives every connection one answer and tells what was asked: as a proxy, behind a Unix domain socket, or over TLS with a
/// certificate of its own making. A listener for web addresses can be none of these.
/// </summary>
internal sealed class OneAnswerServer : IDisposable
{
    private readonly Socket _socket;
    private readonly X509Certificate2? _certificate;

    private OneAnswerServer(EndPoint endPoint, string body, X509Certificate2? certificate)
    {
        _certificate = certificate;
        _socket = new Socket(
            endPoint.AddressFamily, SocketType.Stream, endPoint is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp);
        _socket.Bind(endPoint);
        _socket.Listen();
        _ = Task.Run(() => ServeAsync(body));
    }

    public Uri Uri => new($"{(_certificate is null ? "http" : "https")}://{_socket.LocalEndPoint}/");

    /// <summary>What the last request line asked for.</summary>
    public string Target { get; private set; } = "";

    public static OneAnswerServer OnTcp(string body) => new(new IPEndPoint(IPAddress.Loopback, 0), body, null);

    public static OneAnswerServer OnUnixSocket(string path, string body) => new(new UnixDomainSocketEndPoint(path), body, null);

    public static OneAnswerServer OnTls(string body)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var selfSigned = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // A key that was only ever in memory can't be served with on Windows.
        var certificate = X509CertificateLoader.LoadPkcs12(selfSigned.Export(X509ContentType.Pfx), null);
        return new(new IPEndPoint(IPAddress.Loopback, 0), body, certificate);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _certificate?.Dispose();
    }

    private async Task ServeAsync(string body)
    {
        while (true)
        {
            try
            {
                using var client = await _socket.AcceptAsync();
                await AnswerAsync(new NetworkStream(client), body);
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // A client that does not trust the certificate goes away, and the next may come.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(Stream stream, string body)
    {
        if (_certificate is not null)
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(_certificate);
            stream = tls;
        }
        await using (stream)
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            Target = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        }
    }
}
