namespace ChatPS;

/// <summary>Where the figures of a <see cref="ChatRateLimit"/> come from.</summary>
public enum ChatRateLimitSource
{
    /// <summary>Nowhere: the platform has stated no limit so far.</summary>
    None,

    /// <summary>The limit that the platform documents; its servers have not stated one so far.</summary>
    Documented,

    /// <summary>The headers of the last response.</summary>
    Header,

    /// <summary>The platform's own operation for its rate limit.</summary>
    Live,
}
