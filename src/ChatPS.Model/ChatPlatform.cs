namespace ChatPS;

/// <summary>The platforms that ChatPS speaks to.</summary>
public enum ChatPlatform
{
    /// <summary>HipChat Server and Data Center, REST API v2.</summary>
    HipChat,

    /// <summary>Gitter, REST API v1.</summary>
    Gitter,

    /// <summary>Hathora Cloud.</summary>
    Hathora,

    /// <summary>Mattermost, Web Service API v4.</summary>
    Mattermost,

    /// <summary>Heroku, Platform API v3.</summary>
    Heroku,
}
