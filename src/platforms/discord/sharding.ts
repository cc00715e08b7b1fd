import {
  managerToFetchingStrategyOptions,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardEvents,
} from "@discordjs/ws";

/**
 * Whoever is destroyed stays so, and is so at once. In @discordjs/ws 1.2.3 a destroy() before READY also ends the wait for
 * READY, which destroys the shard once more, to connect again: after each try that failed the bot would stand in the gateway
 * one more time, and destroy() would wait for ever.
 */
export class OneEndSharding extends SimpleShardingStrategy {
  override async spawn(ids: number[]): Promise<void> {
    const manager = this["manager"];
    const options = await managerToFetchingStrategyOptions(manager);
    for (const id of ids) {
      const shard = new Shard(new ShardContext(manager, options), id);
      for (const event of Object.values(WebSocketShardEvents))
        shard.on(event, (payload: object) => manager.emit(event, { ...payload, shardId: id } as never));
      this["shards"].set(id, shard);
    }
  }
}

class Shard extends WebSocketShard {
  private readonly context: ShardContext;
  private end: Promise<void> | undefined;

  constructor(context: ShardContext, id: number) {
    super(context, id);
    this.context = context;
  }

  override destroy(options: WebSocketShardDestroyOptions = {}): Promise<void> {
    if (this.end) return this.end;
    const destroyed = super.destroy(options);
    if (options.recover === undefined) {
      this.end = destroyed;
      this.context.ended = true;
    }
    return destroyed;
  }
}

/** What a shard asks before it connects. */
class ShardContext extends SimpleContextFetchingStrategy {
  ended = false;

  override async retrieveSessionInfo(id: number): ReturnType<SimpleContextFetchingStrategy["retrieveSessionInfo"]> {
    // It was about to connect again, half a second after it lost its connection.
    if (this.ended) return new Promise(() => {});
    return super.retrieveSessionInfo(id);
  }
}
