namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class RateLimit
{
    public double Remaining { get; set; }
}
