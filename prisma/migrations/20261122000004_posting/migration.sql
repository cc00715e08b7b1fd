-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "channelName" TEXT,
    "kind" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "weekday" INTEGER,
    "hour" INTEGER NOT NULL,
    "minute" INTEGER NOT NULL DEFAULT 0,
    "zone" TEXT NOT NULL,
    "mention" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "reason" TEXT,
    "lastEdition" TEXT NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,
    "nextAt" TIMESTAMP(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "organiserId" TEXT NOT NULL,
    "organiserAccount" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "subscriptionId" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "slotAt" TIMESTAMP(3) NOT NULL,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "giveUpAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMP(3),
    "sendingAt" TIMESTAMP(3),
    "message" JSONB,
    "nonce" TEXT NOT NULL,
    "ref" TEXT,
    "threadRef" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Post_pkey" PRIMARY KEY ("subscriptionId","edition","part")
);

-- CreateTable
CREATE TABLE "ChannelQuestion" (
    "subscriptionId" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "options" TEXT[],
    "answer" INTEGER NOT NULL,
    "explanation" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "ChannelQuestion_pkey" PRIMARY KEY ("subscriptionId","edition")
);

-- CreateTable
CREATE TABLE "ChannelAnswer" (
    "subscriptionId" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "choice" INTEGER NOT NULL,
    "isCorrect" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChannelAnswer_pkey" PRIMARY KEY ("subscriptionId","edition","userId")
);

-- CreateIndex
CREATE INDEX "Subscription_state_nextAt_idx" ON "Subscription"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Subscription_organiserId_idx" ON "Subscription"("organiserId");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_platform_workspaceId_channelId_kind_industry_key" ON "Subscription"("platform", "workspaceId", "channelId", "kind", "industry");

-- CreateIndex
CREATE UNIQUE INDEX "Post_nonce_key" ON "Post"("nonce");

-- CreateIndex
CREATE INDEX "Post_state_notBefore_idx" ON "Post"("state", "notBefore");

-- CreateIndex
CREATE INDEX "ChannelAnswer_userId_idx" ON "ChannelAnswer"("userId");

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelQuestion" ADD CONSTRAINT "ChannelQuestion_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelAnswer" ADD CONSTRAINT "ChannelAnswer_subscriptionId_edition_fkey" FOREIGN KEY ("subscriptionId", "edition") REFERENCES "ChannelQuestion"("subscriptionId", "edition") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelAnswer" ADD CONSTRAINT "ChannelAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
