using System.Management.Automation;
using System.Security;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.SslEndpoints;

/// <summary>A cmdlet that takes a certificate and its key, as they are or from files.</summary>
public abstract class SslEndpointWriteCmdlet : AppItemWriteCmdlet
{
    private protected SslEndpointWriteCmdlet()
    {
    }

    /// <summary>The key of the certificate in PEM form, as a secure string. It is kept out of all that is shown.</summary>
    [Parameter]
    public SecureString? PrivateKey { get; set; }

    /// <summary>Endpoints of the former kind, which have an address of their own; left out, those that are chosen by the name the browser asks for.</summary>
    [Parameter]
    public SwitchParameter Legacy { get; set; }

    /// <summary>The certificate, from one of two places; null when it was given in neither.</summary>
    /// <exception cref="ChatException">It was given in both, or the file cannot be read.</exception>
    private protected string? ChainFrom(string? chain, string? path)
    {
        RefuseBoth(!string.IsNullOrEmpty(chain), "CertificateChain", !string.IsNullOrEmpty(path), "CertificatePath");
        return string.IsNullOrEmpty(path) ? (string.IsNullOrEmpty(chain) ? null : chain) : LocalFiles.ReadText(this, path);
    }

    /// <summary>The key, from one of two places; null when it was given in neither.</summary>
    /// <exception cref="ChatException">It was given in both, or the file cannot be read.</exception>
    private protected Secret? KeyFrom(string? path)
    {
        RefuseBoth(PrivateKey is not null, "PrivateKey", !string.IsNullOrEmpty(path), "KeyPath");
        return string.IsNullOrEmpty(path) ? Secrets.Of(PrivateKey) : new Secret(LocalFiles.ReadText(this, path));
    }

    private static void RefuseBoth(bool first, string firstName, bool second, string secondName)
    {
        if (first && second)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"-{firstName} and -{secondName} mean the same thing.") { Advice = "Give one of them." };
    }
}
