using System.Text;
using ChatPS.Client.Http;

namespace ChatPS.Client.Sessions;

/// <summary>A name and a password, or a key in its place, with every request.</summary>
internal sealed class BasicAuthentication(string userName, Secret password) : Authentication
{
    private readonly Secret _encoded = new(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password.Reveal()}")));

    /// <summary>The same key with another name: that of the same account after a change.</summary>
    public BasicAuthentication As(string newName) => new(newName, password);

    public override IEnumerable<Secret> Secrets => [password, _encoded];

    public override IEnumerable<KeyValuePair<string, string>> Headers(ApiRequest request) =>
        [new("Authorization", "Basic " + _encoded.Reveal())];
}
