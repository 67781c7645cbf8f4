using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The caller's SSH keys. Only the API of 2015 adds and removes them.</summary>
internal static class KeyRoutes
{
    private static readonly SortOrder<SshKey> Order = new(("fingerprint", key => key.Fingerprint));

    public static void MapKeys(this HerokuService heroku)
    {
        heroku.Map("GET", "/account/keys", call => call.List(call.Me.Keys, Order, key => ToJson(key, call.Me)));
        heroku.Map("POST", "/account/keys", Create);
        heroku.Map("GET", "/account/keys/{key_identity}", call => HerokuAnswer.Json(ToJson(Key(call), call.Me)));
        heroku.Map("DELETE", "/account/keys/{key_identity}", call =>
        {
            var key = Key(call);
            call.Me.Keys.Remove(key);
            return HerokuAnswer.Json(ToJson(key, call.Me));
        });
    }

    /// <summary>Reads a line as authorized_keys has it: type, base64 that begins with the same type, comment; null for anything else.</summary>
    public static SshKey? Parse(string id, string line, DateTimeOffset time)
    {
        var parts = line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return null;
        var blob = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], blob, out var length) || length < 4)
            return null;
        var typeLength = BinaryPrimitives.ReadInt32BigEndian(blob);
        if (typeLength <= 0 || typeLength > length - 4 || Encoding.ASCII.GetString(blob, 4, typeLength) != parts[0])
            return null;
        return new()
        {
            Id = id,
            CreatedAt = time,
            PublicKey = line.Trim(),
            Comment = parts.Length > 2 ? parts[2] : "",
            Fingerprint = Fingerprint(blob.AsSpan(0, length)),
        };
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var key = Parse(call.State.NewId(), call.RequiredText("public_key"), call.Time)
            ?? throw HerokuAnswer.Invalid("The public key is not one that SSH would read.");
        if (call.State.Accounts.Any(account => account.Keys.Exists(other => other.Fingerprint == key.Fingerprint)))
            throw HerokuAnswer.Invalid("The key is already in use.");
        call.Me.Keys.Add(key);
        return HerokuAnswer.Json(ToJson(key, call.Me), 201);
    }

    private static SshKey Key(HerokuCall call) =>
        call.Me.Keys.Find(key => call.Route("key_identity") is var identity && (identity == key.Id || identity == key.Fingerprint))
        ?? throw HerokuAnswer.NotFound("key");

    // Not to protect anything: it is the form in which the API shows fingerprints.
#pragma warning disable CA5351
    private static string Fingerprint(ReadOnlySpan<byte> blob) =>
        string.Join(':', MD5.HashData(blob).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
#pragma warning restore CA5351

    private static JsonObject ToJson(SshKey key, Account owner) => new JsonObject
    {
        ["id"] = key.Id,
        ["comment"] = key.Comment,
        ["email"] = owner.Email,
        ["fingerprint"] = key.Fingerprint,
        ["public_key"] = key.PublicKey,
    }.WithTimes(key);
}
