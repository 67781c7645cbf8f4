using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The certificates of SAML and of the directory. Each has operations of its own; that the directory has one only the configuration tells.</summary>
internal sealed class MattermostCertificates(Connection connection) : Resource(connection), ICertificates
{
    private static readonly (string Name, string Upload, string Delete)[] Places =
    [
        ("SamlIdp", UploadSamlIdpCertificate, DeleteSamlIdpCertificate),
        ("SamlPublic", UploadSamlPublicCertificate, DeleteSamlPublicCertificate),
        ("SamlPrivate", UploadSamlPrivateCertificate, DeleteSamlPrivateCertificate),
        ("LdapPublic", UploadLdapPublicCertificate, DeleteLdapPublicCertificate),
        ("LdapPrivate", UploadLdapPrivateCertificate, DeleteLdapPrivateCertificate),
    ];

    public async Task<IReadOnlyList<ChatCertificate>> ListAsync(CallContext context)
    {
        var saml = await ReadAsync(Call(GetSamlCertificateStatus), MattermostJson.Default.SamlCertificateStatus, context).ConfigureAwait(false);
        var ldap = (await Connection.Get<MattermostServerConfigs>().ConfigAsync(context).ConfigureAwait(false))["LdapSettings"];
        return
        [
            Of("SamlIdp", saml.IdpCertificateFile),
            Of("SamlPublic", saml.PublicCertificateFile),
            Of("SamlPrivate", saml.PrivateKeyFile),
            Of("LdapPublic", ldap?["PublicCertificateFile"]?.ToString() is { Length: > 0 }),
            Of("LdapPrivate", ldap?["PrivateKeyFile"]?.ToString() is { Length: > 0 }),
        ];
    }

    public async Task<ChatCertificate> SetAsync(string name, FileUpload file, CallContext context)
    {
        var place = PlaceOf(name);
        await SendAsync(Call(place.Upload).File("certificate", file.Name, file.Open), context).ConfigureAwait(false);
        return Of(place.Name, isPresent: true);
    }

    public Task RemoveAsync(string name, CallContext context) => SendAsync(Call(PlaceOf(name).Delete), context);

    private static (string Name, string Upload, string Delete) PlaceOf(string name)
    {
        var place = Array.Find(Places, place => place.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return place.Name is not null ? place : throw new ChatException(ChatErrorReason.NotFound, $"There is no place for a certificate '{name}'.")
        {
            Advice = $"Give one of {string.Join(", ", Places.Select(known => known.Name))}.",
        };
    }

    private ChatCertificate Of(string name, bool isPresent) => new()
    {
        Session = Connection.Session,
        Name = name,
        IsPresent = isPresent,
        IsPrivateKey = name.EndsWith("Private", StringComparison.Ordinal),
    };
}
