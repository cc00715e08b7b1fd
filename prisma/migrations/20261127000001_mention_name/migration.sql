-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "mentionName" TEXT;
