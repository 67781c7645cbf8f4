using System.Management.Automation;
using System.Net;
using System.Security;
using ChatPS.Sandbox;

namespace ChatPS;

/// <summary>One platform of a running sandbox: where it listens, who may sign in, and what goes wrong with it.</summary>
public sealed class ChatSandbox
{
    internal ChatSandbox(SandboxServer server, SandboxService service, ChatPlatform platform)
    {
        Server = server;
        Service = service;
        Platform = platform;
    }

    /// <summary>The platform whose API it speaks.</summary>
    public ChatPlatform Platform { get; }

    /// <summary>The address to connect to.</summary>
    public Uri Uri => Service.BaseUri;

    /// <summary>Whether it runs; a stopped one has forgotten its data.</summary>
    public bool IsRunning => Server.IsRunning;

    /// <summary>The administrator's name and password.</summary>
    public PSCredential AdminCredential => CredentialOf(Service.Admin);

    /// <summary>An ordinary member's name and password.</summary>
    public PSCredential MemberCredential => CredentialOf(Service.Member);

    /// <summary>The administrator's access token.</summary>
    public SecureString AdminToken => Protect(Service.Admin.Token);

    /// <summary>An ordinary member's access token.</summary>
    public SecureString MemberToken => Protect(Service.Member.Token);

    /// <summary>A license for Set-ChatLicense, which turns a Mattermost sandbox into an Enterprise Edition; null on other platforms. No real server takes it.</summary>
    public SecureString? License => Service.License is { } license ? Protect(license) : null;

    /// <summary>The path of the socket for Connect-ChatService -UnixSocket, by which a Mattermost server in local mode is administered without an account; null on other platforms.</summary>
    public string? UnixSocket => Service.LocalSocket;

    /// <summary>What goes wrong, switchable at any time: latency, refusals, failures, broken connections.</summary>
    public object Faults => Service.Faults;

    /// <summary>The platform and the address.</summary>
    /// <returns>Text safe to print.</returns>
    public override string ToString() => $"{Platform} sandbox at {Uri}";

    internal SandboxServer Server { get; }

    internal SandboxService Service { get; }

    private static PSCredential CredentialOf(SandboxAccount account) => new(account.UserName, Protect(account.Password));

    private static SecureString Protect(string secret) => new NetworkCredential("", secret).SecurePassword;
}
