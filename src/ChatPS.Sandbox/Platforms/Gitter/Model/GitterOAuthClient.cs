namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>An application that people may let act for them.</summary>
internal sealed record GitterOAuthClient(string Id, string Name, string Key, string Secret, string RedirectUri, GitterUser Owner);

/// <summary>Permission that waits to be exchanged for a token, once.</summary>
internal sealed record GitterCode(GitterOAuthClient Client, GitterUser User, string RedirectUri);

/// <summary>Who a token stands for: the user, and the application that got it (null for a personal token).</summary>
internal sealed record GitterCaller(GitterUser User, GitterOAuthClient? Client);
