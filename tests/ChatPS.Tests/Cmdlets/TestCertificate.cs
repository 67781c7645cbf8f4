using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A certificate of a test's own making with its key, as texts and as files that go away with it.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatps-certificate-");

    public TestCertificate(string host = "www.example.com")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        (Chain, Key, ExpiresAt) = (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.NotAfter);
        (ChainPath, KeyPath) = (Path.Combine(_folder.FullName, "certificate.pem"), Path.Combine(_folder.FullName, "key.pem"));
        File.WriteAllText(ChainPath, Chain);
        File.WriteAllText(KeyPath, Key);
    }

    public string Chain { get; }

    public string Key { get; }

    public DateTimeOffset ExpiresAt { get; }

    public string ChainPath { get; }

    public string KeyPath { get; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
