-- Nothing has written to this table yet.
-- DropForeignKey
ALTER TABLE "ChannelQuestion" DROP CONSTRAINT "ChannelQuestion_subscriptionId_fkey";

-- AlterTable
ALTER TABLE "ChannelQuestion" ADD COLUMN     "channelId" TEXT NOT NULL,
ADD COLUMN     "difficulty" TEXT NOT NULL,
ADD COLUMN     "platform" TEXT NOT NULL,
ADD COLUMN     "reveals" TEXT,
ADD COLUMN     "workspaceId" TEXT NOT NULL;

-- CreateIndex
CREATE INDEX "ChannelQuestion_platform_workspaceId_channelId_askedAt_idx" ON "ChannelQuestion"("platform", "workspaceId", "channelId", "askedAt");

-- CreateIndex
CREATE INDEX "ChannelQuestion_askedAt_idx" ON "ChannelQuestion"("askedAt");
